package com.euphoriapos.sync.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit tests and seeds of one world of classes. */
final class Checks {
    private static final String PACKAGE = "com.euphoriapos.sync.";

    private final PlantedClasses classes;
    private final LongFunction<String> seeds;

    @SuppressWarnings("unchecked")
    Checks(PlantedClasses classes) throws ReflectiveOperationException {
        this.classes = classes;
        this.seeds = (LongFunction<String>) classes.loadClass(PACKAGE + "protocol.SeedTrial")
                .getConstructor()
                .newInstance();
    }

    /** The first test that fails, of classes such as {@code protocol.ReplicaTest}. */
    Optional<String> failingTest(List<String> names) throws ReflectiveOperationException {
        for (String name : names) {
            Class<?> type = classes.loadClass(PACKAGE + name);
            List<String> tests = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .map(Method::getName)
                    .sorted()
                    .toList();
            for (String test : tests) {
                if (fails(name, test)) {
                    return Optional.of(type.getSimpleName() + "." + test);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether one of these classes has that test, such as {@code ReplicaTest.refusesAnotherVersion}, and it fails. */
    boolean fails(List<String> names, String test) throws ReflectiveOperationException {
        String type = test.substring(0, test.indexOf('.'));
        for (String name : names) {
            if (name.endsWith("." + type)) {
                return fails(name, test.substring(type.length() + 1));
            }
        }
        return false;
    }

    private boolean fails(String name, String test) throws ReflectiveOperationException {
        Class<?> type = classes.loadClass(PACKAGE + name);
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        List<Path> folders = new ArrayList<>();
        for (Class<?> each : withParents(type)) {
            for (Field field : each.getDeclaredFields()) {
                if (field.isAnnotationPresent(TempDir.class)) {
                    folders.add(folder(instance, field));
                }
            }
        }
        boolean failed = throwsAnything(instance, type.getDeclaredMethod(test));
        for (Class<?> each : withParents(type)) {
            for (Method method : each.getDeclaredMethods()) {
                if (method.isAnnotationPresent(AfterEach.class)) {
                    failed |= throwsAnything(instance, method);
                }
            }
        }
        folders.forEach(Checks::remove);
        return failed;
    }

    /** The class and those that it extends: what tests share stands there. */
    private static List<Class<?>> withParents(Class<?> type) {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            all.add(each);
        }
        return all;
    }

    private static Path folder(Object instance, Field field) throws IllegalAccessException {
        try {
            Path folder = Files.createTempDirectory("planted");
            field.setAccessible(true);
            field.set(instance, folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean throwsAnything(Object instance, Method method) throws IllegalAccessException {
        method.setAccessible(true);
        try {
            method.invoke(instance);
            return false;
        } catch (InvocationTargetException failed) {
            return true;
        }
    }

    /** The first seed that fails. */
    Optional<Long> failingSeed(boolean stores, int count) {
        for (long seed = 1; seed <= count; seed++) {
            if (fails(stores, seed)) {
                return Optional.of(seed);
            }
        }
        return Optional.empty();
    }

    boolean fails(boolean stores, long seed) {
        return !seeds.apply(stores ? -seed : seed).isEmpty();
    }
}
