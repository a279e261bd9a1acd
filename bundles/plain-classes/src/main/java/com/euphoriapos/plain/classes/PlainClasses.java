package com.euphoriapos.plain.classes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites our own bundles in a folder: their lambdas become classes, the methods of their records become code. Java's class archive
 * keeps classes, but not the lambdas of classes that come from bundles: those would be made anew at each start. Their components
 * that name no settings look for none. A jar in which there is nothing to do stays as it is.
 */
public final class PlainClasses {
    private static final String OURS = "com.euphoriapos.";
    /** Libraries inside our bundles stay as their makers built them. */
    private static final String OWN_CLASSES = "com/euphoriapos/";
    /** The time that all our jars carry, so that the same sources give the same bytes: 1 January 2026. */
    private static final long STAMP = 1_767_225_600_000L;

    private PlainClasses() {}

    /** Takes the folders of the jars. */
    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path jar : files.filter(f -> f.toString().endsWith(".jar"))
                        .sorted()
                        .toList()) {
                    if (isOurs(jar)) {
                        rewrite(jar);
                    }
                }
            }
        }
    }

    private static boolean isOurs(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String name = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
            return name != null && name.startsWith(OURS);
        }
    }

    private static void rewrite(Path jar) throws IOException {
        Map<String, byte[]> entries = read(jar);
        if (rewrite(entries)) {
            Path next = jar.resolveSibling(jar.getFileName() + ".next");
            write(next, entries);
            Files.move(next, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Rewrites the classes and the components among the entries of a jar; false where there was nothing to do. */
    static boolean rewrite(Map<String, byte[]> entries) {
        Rewriting rewriting = new Rewriting();
        boolean settings = false;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (ComponentSettings.describes(entry.getKey())) {
                byte[] before = entry.getValue();
                entry.setValue(ComponentSettings.withoutUnnamed(before));
                settings |= entry.getValue() != before;
            } else if (entry.getKey().startsWith(OWN_CLASSES) && entry.getKey().endsWith(".class")) {
                entry.setValue(rewriting.rewritten(entry.getValue()));
            }
        }
        for (Map.Entry<String, List<String>> nest : rewriting.nests().entrySet()) {
            entries.computeIfPresent(
                    nest.getKey() + ".class", (name, host) -> Rewriting.withMembers(host, nest.getValue()));
        }
        rewriting.made().forEach((name, code) -> entries.put(name + ".class", code));
        return rewriting.changed() || settings;
    }

    private static Map<String, byte[]> read(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(jar);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static void write(Path jar, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                CRC32 sum = new CRC32();
                sum.update(entry.getValue());
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setSize(entry.getValue().length);
                header.setCrc(sum.getValue());
                header.setTime(STAMP);
                out.putNextEntry(header);
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }
}
