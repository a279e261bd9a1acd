package com.euphoriapos.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of the page on security are made from the code; {@code -Daccess.write=true} writes them anew. */
final class AccessTableTest {
    private static final Path PAGE = Path.of("../../docs/security.md");
    private static final String BEGIN = "<!-- made from the code: begin -->\n";
    private static final String END = "<!-- made from the code: end -->\n";

    @Test
    void thePageSaysWhatTheCodeAsserts() throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        String made = roles() + useCases() + open();
        if (Boolean.getBoolean("access.write")) {
            Files.writeString(PAGE, page.substring(0, from) + made + page.substring(to), StandardCharsets.UTF_8);
        } else {
            assertEquals(made, page.substring(from, to), "write it anew with -Daccess.write=true");
        }
    }

    private static String roles() {
        StringBuilder table = new StringBuilder("\n| Until the store changes it | ");
        table.append(cells(Role::title)).append("|\n|---|---|---|---|---|\n");
        for (Permission permission : Permission.values()) {
            table.append("| ").append(permission.title()).append(" | ");
            table.append(cells(role -> role.defaultAuthority().may(permission) ? "yes" : ""))
                    .append("|\n");
        }
        table.append("| Largest cut of one price | ");
        table.append(cells(role -> role.defaultAuthority().largestPercent().partsPerMillion() / 10_000 + " %"))
                .append("|\n");
        table.append("| Largest amount off a sale | ");
        table.append(cells(role -> amount(role.defaultAuthority().largestAmount())))
                .append("|\n");
        table.append("| Digits of a PIN, at least | ");
        table.append(cells(role -> Integer.toString(role.pinLengthMin()))).append("|\n");
        return table.toString();
    }

    private static String cells(Function<Role, String> cell) {
        return Arrays.stream(Role.values())
                .map(role -> cell.apply(role) + " | ")
                .collect(Collectors.joining())
                .stripTrailing()
                .replaceAll("\\|$", "");
    }

    private static String amount(Money money) {
        return money.equals(Authority.NO_LIMIT) ? "no limit" : money.toString();
    }

    /** Which calls a permission opens. */
    private static String useCases() {
        Map<Permission, TreeSet<String>> calls = new EnumMap<>(Permission.class);
        for (Class<?> service : ApiServices.services()) {
            for (Method method : ApiServices.methods(service)) {
                Requires requires = method.getAnnotation(Requires.class);
                if (requires != null) {
                    for (Permission permission : requires.value()) {
                        calls.computeIfAbsent(permission, p -> new TreeSet<>())
                                .add(name(service, method) + (requires.orApproval() ? " (or with an approval)" : ""));
                    }
                }
            }
        }
        StringBuilder table = new StringBuilder("\n| Permission | Opens |\n|---|---|\n");
        calls.forEach((permission, names) -> table.append("| ")
                .append(permission.title())
                .append(" | ")
                .append(String.join(", ", names))
                .append(" |\n"));
        return table.toString();
    }

    /** Which calls are open to all, and why. */
    private static String open() {
        Map<String, TreeSet<String>> calls = new TreeMap<>();
        for (Class<?> service : ApiServices.services()) {
            for (Method method : ApiServices.methods(service)) {
                Unrestricted open = method.getAnnotation(Unrestricted.class);
                if (open != null) {
                    calls.computeIfAbsent(open.value(), why -> new TreeSet<>()).add(name(service, method));
                }
            }
        }
        StringBuilder table = new StringBuilder("\n| Open with nobody signed in | Because |\n|---|---|\n");
        calls.forEach((why, names) -> table.append("| ")
                .append(String.join(", ", names))
                .append(" | ")
                .append(why)
                .append(" |\n"));
        return table.append("\n").toString();
    }

    private static String name(Class<?> service, Method method) {
        return "`" + service.getSimpleName() + "." + method.getName() + "`";
    }
}
