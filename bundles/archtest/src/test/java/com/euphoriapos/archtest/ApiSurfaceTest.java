package com.euphoriapos.archtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What bundles and drivers are written against, as one text, so that a change of it is a diff that somebody reads. After a wanted
 * change: {@code mvn verify -pl bundles/archtest -am -Dtest=ApiSurfaceTest -Dsurefire.failIfNoSpecifiedTests=false -Dapi.approve=true}.
 */
final class ApiSurfaceTest {
    private static final Path APPROVED = Path.of("src/test/resources/api-surface.txt");
    private static final List<String> MODULES = List.of("domain", "barcode", "api", "device-api");

    @Test
    void isTheApprovedOne() throws IOException {
        JavaClasses classes = new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .map(m -> Path.of("..", m, "target/classes"))
                        .toList());
        Set<String> lines = new TreeSet<>();
        for (JavaClass type : classes) {
            if (isPublic(type)) {
                describe(type, lines);
            }
        }
        String surface = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("api.approve")) {
            Files.createDirectories(APPROVED.getParent());
            Files.writeString(APPROVED, surface, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(APPROVED, StandardCharsets.UTF_8), surface);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getSimpleName().equals("package-info")
                && type.getEnclosingClass().map(ApiSurfaceTest::isPublic).orElse(true);
    }

    private static void describe(JavaClass type, Set<String> lines) {
        lines.add(type.getName());
        for (JavaField field : type.getFields()) {
            if (field.getModifiers().contains(JavaModifier.PUBLIC)) {
                lines.add(type.getName() + "#" + field.getName() + ": "
                        + field.getRawType().getName());
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            boolean open = unit.getModifiers().contains(JavaModifier.PUBLIC)
                    || unit.getModifiers().contains(JavaModifier.PROTECTED);
            if (open && !unit.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                String parameters = unit.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .collect(Collectors.joining(", "));
                lines.add(type.getName() + "#" + unit.getName() + "(" + parameters + "): "
                        + unit.getRawReturnType().getName());
            }
        }
    }
}
