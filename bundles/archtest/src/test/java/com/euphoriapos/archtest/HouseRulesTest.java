package com.euphoriapos.archtest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The layers and the bans, each with its reason. */
final class HouseRulesTest {
    private static final String OURS = "com.euphoriapos.";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(outputFolders());

    private static List<Path> outputFolders() {
        List<Path> folders = new ArrayList<>();
        for (String top : List.of("..", "../../devices")) {
            try (Stream<Path> modules = Files.list(Path.of(top))) {
                modules.map(m -> m.resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .forEach(folders::add);
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
        folders.add(Path.of("../../launcher/target/classes"));
        return folders;
    }

    @Test
    void theRulesSeeEveryModule() {
        assertTrue(CLASSES.size() > 200, "only " + CLASSES.size() + " classes were read");
        for (String module : List.of("domain", "core", "store.sqlite", "ui.register", "device.javapos", "launcher")) {
            assertTrue(
                    CLASSES.stream().anyMatch(c -> c.getPackageName().startsWith(OURS + module)),
                    "no class of " + module + " was read");
        }
    }

    @Test
    void arrowsGoDownOnly() {
        allow("domain").because("values and pure rules know nobody").check(CLASSES);
        allow("barcode").because("barcodes are pure").check(CLASSES);
        allow("api", "domain").because("contracts speak in values").check(CLASSES);
        allow("device.api").because("a driver author needs one small jar").check(CLASSES);
        allow("core", "domain", "barcode", "api", "device.api")
                .because("use cases meet the edges in the registry")
                .check(CLASSES);
        allow("store.sqlite", "domain", "api")
                .because("the data core serves any core")
                .check(CLASSES);
        allow("secrets.file", "api").because("a secret store is an edge").check(CLASSES);
        allow("secrets.keychain", "api").because("a secret store is an edge").check(CLASSES);
        allow("sync.protocol", "domain", "api").because("the protocol is pure").check(CLASSES);
        allow("sync.wire", "domain", "api", "sync.protocol")
                .because("frames are a form of the protocol")
                .check(CLASSES);
        allow("sync.engine", "domain", "api", "sync.protocol", "sync.wire")
                .because("the engine meets store and network in the registry")
                .check(CLASSES);
        allow("sync.lane", "domain", "api")
                .because("the network carries frames and knows nothing of what is in them")
                .check(CLASSES);
        allow("sync.cloud.protocol", "domain", "api")
                .because("the protocol is pure")
                .check(CLASSES);
        allow("sync.cloud.http", "domain", "api", "sync.cloud.protocol")
                .because("requests are a form of the protocol")
                .check(CLASSES);
        allow("sync.cloud.engine", "domain", "api", "sync.cloud.protocol", "sync.cloud.http")
                .because("the line meets store and secrets in the registry")
                .check(CLASSES);
        allow("cloud.gateway", "domain", "api")
                .because("the cloud end knows no lane")
                .check(CLASSES);
        allow("health", "api").because("health is an edge").check(CLASSES);
        allow("shell", "domain", "api", "device.api")
                .because("commands are an edge")
                .check(CLASSES);
        allow("ui.kit", "domain", "api").because("the kit knows no screen").check(CLASSES);
        for (String screens : List.of("ui.shell", "ui.register", "ui.manager", "ui.diagnostics")) {
            allow(screens, "domain", "api", "device.api", "ui.kit")
                    .because("a screen bundle is replaced without the others")
                    .check(CLASSES);
        }
        allow("device.javapos", "device.api")
                .because("JavaPOS is one way to drive devices")
                .check(CLASSES);
        allow("device.io", "device.api").because("links know bytes only").check(CLASSES);
        for (String driver : List.of("device.scanner.serial", "device.printer.escpos")) {
            allow(driver, "device.api", "device.javapos", "device.io", "barcode")
                    .because("a driver can be dropped in and taken out alone")
                    .check(CLASSES);
        }
    }

    private static ArchRule allow(String layer, String... below) {
        List<String> allowed = new ArrayList<>();
        allowed.add(OURS + layer + "..");
        for (String name : below) {
            allowed.add(OURS + name + "..");
        }
        return noClasses()
                .that()
                .resideInAPackage(OURS + layer + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.euphoriapos..")
                        .and(resideOutsideOfPackages(allowed.toArray(new String[0]))))
                .allowEmptyShould(false);
    }

    @Test
    void onlyViewsKnowSwing() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..ui..swing..", "..ui.kit..", "..device.simulator.swing..", "..launcher..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.swing..", "java.awt..")
                .because("presenters are tested without a display")
                .check(CLASSES);
    }

    @Test
    void librariesStayBehindTheirBundle() {
        only("..store.sqlite..", "the store can be replaced", "org.apache.ibatis..");
        only(
                "..store.sqlite..|..cloud.gateway..",
                "who keeps data can be replaced",
                "java.sql..",
                "javax.sql..",
                "org.flywaydb..");
        only("..cloud.gateway..", "the driver can be replaced", "org.postgresql..");
        only("..store.sqlite..", "the driver can be replaced", "org.sqlite..");
        only("..device..", "the lane speaks device-api", "jpos..", "com.fazecast..");
        only(
                "..secrets.keychain..",
                "the keychain is one way to keep secrets",
                "com.github.javakeyring..",
                "org.freedesktop..",
                "com.sun.jna..");
        only(
                "..sync.lane..|..sync.cloud.http..|..cloud.gateway..",
                "the network can be replaced",
                "org.eclipse.jetty..");
        only("..sync.lane..", "the network can be replaced", "javax.jmdns..");
        only("..ui..", "look and layout belong to screens", "com.formdev..", "net.miginfocom..");
    }

    private static void only(String room, String reason, String... libraries) {
        String[] rooms = (room.equals("..ui..") ? room + "|..device.simulator.swing.." : room).split("\\|", -1);
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because(reason)
                .check(CLASSES);
    }

    @Test
    void onlyCommandsActAsTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackages(OURS + "shell..", OURS + "core.access..", OURS + "api.access..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(OURS + "api.access.LocalConsole")
                .because("the console's rights belong to whoever types at standard input")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(OURS + "core..")
                .and()
                .resideOutsideOfPackage(OURS + "core.access..")
                .should()
                .callMethod(OURS + "core.access.Guard", "run", "java.util.function.Supplier")
                .because("a use case that acts as the console asks nobody")
                .check(CLASSES);
    }

    @Test
    void screensReachNoDataButThroughUseCases() {
        noClasses()
                .that()
                .resideInAPackage(OURS + "ui..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(OURS + "api.store..").and(INTERFACES))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(OURS + "api.secret..")
                .because("use cases assert who may, the store does not")
                .check(CLASSES);
    }

    @Test
    void moneyIsNeverFloatingPoint() {
        classes()
                .that()
                .resideInAnyPackage("..domain..", "..core..", "..store..", "..barcode..", OURS + "api..")
                .should(haveNoFloatingPoint())
                .because("a cent that is lost in a double is lost in the till")
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> haveNoFloatingPoint() {
        Set<String> floating = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
        return new ArchCondition<>("have no float or double in fields, parameters or results") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    if (floating.contains(field.getRawType().getName())) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName()));
                    }
                }
                for (JavaMethod method : type.getMethods()) {
                    boolean result = floating.contains(method.getRawReturnType().getName());
                    boolean parameter =
                            method.getRawParameterTypes().stream().anyMatch(p -> floating.contains(p.getName()));
                    if (result || parameter) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                    }
                }
            }
        };
    }

    @Test
    void timeIsGivenNotTaken() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..launcher..", "..testkit..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.text.SimpleDateFormat")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .because("what takes a clock as an argument can be tested at any time of day")
                .check(CLASSES);
    }

    @Test
    void nobodyPrintsOrExits() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..launcher..", "..testkit..")
                .should()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..")
                .because("the log is the only diary, and only the launcher ends the program")
                .check(CLASSES);
    }

    @Test
    void threadsHaveAnOwner() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Timer")
                .orShould()
                .callMethod(Executors.class, "newCachedThreadPool")
                .orShould()
                .callMethod(ForkJoinPool.class, "commonPool")
                .because("every thread is named, bounded and ends with its component")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingDoes() {
        classes()
                .that()
                .resideInAPackage("com.euphoriapos..")
                .and()
                .resideOutsideOfPackage("..javapos..")
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .because("such a name hides what the class does")
                .check(CLASSES);
    }

    @Test
    void componentsAreInjectedThroughOneConstructor() {
        classes()
                .that(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are declared components") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getConstructors().stream()
                                        .anyMatch(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                                && type.isAnnotatedWith("org.osgi.service.component.annotations.Component");
                    }
                })
                .should(new ArchCondition<>("have exactly one public constructor") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        long count = type.getConstructors().stream()
                                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                                .count();
                        if (count != 1) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + count));
                        }
                    }
                })
                .because("a component that can be made in two ways is tested in one")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void featuresOfTheCoreHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(OURS + "core.(*)..")
                .should()
                .beFreeOfCycles()
                .because("feature packages meet through the api")
                .check(CLASSES);
    }
}
