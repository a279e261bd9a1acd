package com.euphoriapos.core.access;

import com.euphoriapos.api.access.LocalConsole;
import com.euphoriapos.api.checkout.CompletedSaleListener;
import com.euphoriapos.api.status.StatusSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the contracts and the classes that fulfil them by looking at what was compiled, so that a new one can't be forgotten. */
final class ApiServices {
    /** Others implement them; the core calls. */
    private static final Set<Class<?>> EXTENSION_POINTS = Set.of(CompletedSaleListener.class, StatusSource.class);
    /** The layer below the use cases; that screens stay away from it is a rule of the build. */
    private static final Set<String> BELOW_THE_USE_CASES =
            Set.of("com.euphoriapos.api.store", "com.euphoriapos.api.secret", "com.euphoriapos.api.replication");

    private ApiServices() {}

    /** Every interface of the api that bundles call. */
    static List<Class<?>> services() {
        return classesBeside(LocalConsole.class, "com/euphoriapos/api").stream()
                .filter(type -> type.isInterface() && !type.isAnnotation() && !type.isSealed())
                .filter(type -> Modifier.isPublic(type.getModifiers()) && type.getEnclosingClass() == null)
                .filter(type -> !EXTENSION_POINTS.contains(type))
                .filter(type -> !BELOW_THE_USE_CASES.contains(type.getPackageName()))
                .toList();
    }

    /** The methods of a service, in a stable order. */
    static List<Method> methods(Class<?> service) {
        return Arrays.stream(service.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .toList();
    }

    /** The classes of the core that fulfil the contract. */
    static List<Class<?>> implementations(Class<?> service) {
        return classesBeside(Guard.class, "com/euphoriapos/core").stream()
                .filter(type -> service.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                .toList();
    }

    private static List<Class<?>> classesBeside(Class<?> known, String folder) {
        try {
            URI location =
                    known.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path place = Path.of(location);
            if (Files.isDirectory(place)) {
                return classes(place, folder);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return classes(jar.getPath("/"), folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> classes(Path root, String folder) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .<Class<?>>map(ApiServices::load)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiServices.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
