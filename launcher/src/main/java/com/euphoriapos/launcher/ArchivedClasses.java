package com.euphoriapos.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Readies classes for the class archive, which Java writes at the end of a first start: it leaves out classes of bundles that were
 * loaded but never linked, and those were read from their jars again at each later start.
 */
final class ArchivedClasses {
    /** System property: the file in which Java wrote what it loaded, when this run writes the archive. */
    static final String LOADED = "pos.loaded.classes";

    private static final Pattern FROM_BUNDLE = Pattern.compile("(\\S+) source: file:.*/([^/]+\\.jar)$");

    private ArchivedClasses() {}

    /** Links them without running any of their code; does nothing without a file or once the container is stopped. */
    static void link(@Nullable String file, @Nullable BundleContext context) {
        if (file == null || context == null || !Files.exists(Path.of(file))) {
            return;
        }
        Map<String, Bundle> bundles = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            bundles.put(bundle.getLocation().substring(bundle.getLocation().lastIndexOf('/') + 1), bundle);
        }
        try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
            lines.map(FROM_BUNDLE::matcher).filter(Matcher::find).forEach(found -> {
                Bundle bundle = bundles.get(found.group(2));
                if (bundle != null) {
                    link(bundle, found.group(1));
                }
            });
            Files.delete(Path.of(file));
        } catch (IOException | UncheckedIOException unreadable) {
            // The archive is written all the same, with fewer classes.
        }
    }

    private static void link(Bundle bundle, String name) {
        try {
            // Asking for its fields links a class or an interface, and does not initialise it.
            Object unused = bundle.loadClass(name).getDeclaredFields();
        } catch (ClassNotFoundException | LinkageError | IllegalStateException unlinkable) {
            // It is left out of the archive.
        }
    }
}
