package com.euphoriapos.sync.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests the tests: every planted bug has to be caught. What caught it is in docs/sync-proof.md, whose table {@code -Dproof.write=true}
 * writes anew.
 */
class PlantedBugsTest {
    private static final int SEEDS = Integer.getInteger("proof.seeds", 400);
    private static final boolean WRITE = Boolean.getBoolean("proof.write");
    private static final Path PAGE = Path.of("../../docs/sync-proof.md");
    private static final int STORE_SEEDS = 20;
    private static final String HEAD = "| Bug | Planted in | Unit test | Simulation |\n|---|---|---|---|\n";
    private static final String END = "<!-- end -->";
    private static final List<String> CHECKS =
            List.of("com.euphoriapos.sync.protocol.ReplicaTest", "com.euphoriapos.sync.protocol.StrangePeerTest");

    private record Caught(PlantedBug bug, Optional<String> test, Optional<Long> seed) {
        String row() {
            String seeds = seed.map(each -> "seed " + each).orElse("");
            return "| " + bug.name() + " | `" + bug.where() + "` | "
                    + test.map(each -> "`" + each + "`").orElse("") + " | " + seeds + " |\n";
        }
    }

    @Test
    void nothingIsCaughtWhereNothingIsPlanted() throws Exception {
        PlantedClasses clean = PlantedClasses.clean();
        assertEquals(Optional.empty(), failingCheck(clean));
        LongFunction<String> seeds = seeds(clean);
        for (long seed = 1; seed <= 20; seed++) {
            assertEquals("", seeds.apply(seed));
        }
        assertEquals("", seeds.apply(-1));
        assertEquals("", seeds.apply(-2));
    }

    @Test
    void theSourcesStillHaveThePlaceOfEveryBug() throws IOException {
        List<String> gone = new ArrayList<>();
        for (PlantedBug bug :
                Stream.of(ProtocolBugs.ALL, StoreBugs.ALL).flatMap(List::stream).toList()) {
            try {
                bug.plant(Files.readString(PlantedClasses.SOURCES.resolve(bug.file())));
            } catch (AssertionError moved) {
                gone.add(moved.getMessage());
            }
        }
        assertEquals("", String.join("\n", gone));
    }

    @Test
    void everyPlantedBugOfTheProtocolIsCaught() throws Exception {
        List<Caught> all = new ArrayList<>();
        for (PlantedBug bug : ProtocolBugs.ALL) {
            PlantedClasses classes = PlantedClasses.with(bug);
            Optional<String> check = failingCheck(classes);
            all.add(new Caught(
                    bug, check, check.isEmpty() || WRITE ? failingSeed(classes, 1, SEEDS) : Optional.empty()));
        }
        caught("protocol", all);
    }

    @Test
    void everyPlantedBugOfTheStoreIsCaught() throws Exception {
        List<Caught> all = new ArrayList<>();
        for (PlantedBug bug : StoreBugs.ALL) {
            all.add(new Caught(bug, Optional.empty(), failingSeed(PlantedClasses.with(bug), -1, STORE_SEEDS)));
        }
        caught("store", all);
    }

    private static void caught(String what, List<Caught> all) throws IOException {
        List<String> uncaught = all.stream()
                .filter(each -> each.test().isEmpty() && each.seed().isEmpty())
                .map(each -> each.bug().name())
                .toList();
        String page = Files.readString(PAGE);
        String begin = "<!-- planted bugs: " + what + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(END, from);
        assertTrue(from >= begin.length() && to > from, "the page has no place for the table");
        if (WRITE) {
            String rows = all.stream().map(Caught::row).collect(Collectors.joining());
            Files.writeString(PAGE, page.substring(0, from) + HEAD + rows + page.substring(to));
        }
        assertEquals(List.of(), uncaught, "planted and not caught");
        if (WRITE) {
            return;
        }
        List<String> names = page.substring(from, to)
                .lines()
                .skip(2)
                .map(row -> row.split(" \\| ")[0].substring(2))
                .toList();
        assertEquals(all.stream().map(each -> each.bug().name()).toList(), names, "rows of " + PAGE);
    }

    /** The first unit test that fails. */
    private static Optional<String> failingCheck(PlantedClasses classes) throws ReflectiveOperationException {
        for (String name : CHECKS) {
            Class<?> type = classes.loadClass(name);
            List<Method> tests = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .sorted(Comparator.comparing(Method::getName))
                    .toList();
            for (Method test : tests) {
                if (fails(type, test)) {
                    return Optional.of(type.getSimpleName() + "." + test.getName());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fails(Class<?> type, Method test) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        test.setAccessible(true);
        try {
            test.invoke(constructor.newInstance());
            return false;
        } catch (InvocationTargetException failed) {
            return true;
        }
    }

    /** @param sign below zero for seeds of the simulation with stores */
    private static Optional<Long> failingSeed(PlantedClasses classes, int sign, int count)
            throws ReflectiveOperationException {
        LongFunction<String> seeds = seeds(classes);
        for (long seed = 1; seed <= count; seed++) {
            if (!seeds.apply(sign * seed).isEmpty()) {
                return Optional.of(seed);
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static LongFunction<String> seeds(PlantedClasses classes) throws ReflectiveOperationException {
        return (LongFunction<String>) classes.loadClass("com.euphoriapos.sync.protocol.SeedTrial")
                .getConstructor()
                .newInstance();
    }
}
