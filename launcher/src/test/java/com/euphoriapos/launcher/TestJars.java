package com.euphoriapos.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Makes jars for the plugins folder, and puts them there in one step, as an installer does. */
final class TestJars {
    private TestJars() {}

    /** A copy of a bundle with another version. */
    static void reversion(Path jar, String version, Path target) throws IOException {
        try (JarFile from = new JarFile(jar.toFile())) {
            Manifest manifest = from.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (OutputStream out = Files.newOutputStream(target);
                    JarOutputStream to = new JarOutputStream(out, manifest)) {
                for (ZipEntry entry : from.stream().toList()) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        to.putNextEntry(new ZipEntry(entry.getName()));
                        try (InputStream in = from.getInputStream(entry)) {
                            in.transferTo(to);
                        }
                        to.closeEntry();
                    }
                }
            }
        }
    }

    /** Copies a jar into a folder that is watched; it appears whole. */
    static void drop(Path jar, Path target) {
        Path hidden = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.copy(jar, hidden, StandardCopyOption.REPLACE_EXISTING);
            Files.move(hidden, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest bundle(String name, String activator) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", activator);
        return manifest;
    }

    /** A bundle that is as it should be, and does not start. */
    static void lame(Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            new JarOutputStream(out, bundle("test.lame", "test.lame.NobodyWroteIt")).close();
        }
    }

    /** The robot of these tests as a bundle. */
    static void robot(Path target) throws Exception {
        Manifest manifest = bundle("test.robot", "com.euphoriapos.launcher.robot.RobotActivator");
        manifest.getMainAttributes()
                .putValue(
                        "Import-Package",
                        String.join(
                                ",",
                                List.of(
                                        "com.euphoriapos.api.checkout",
                                        "com.euphoriapos.api.lane",
                                        "com.euphoriapos.api.replication",
                                        "com.euphoriapos.api.session",
                                        "com.euphoriapos.domain",
                                        "org.osgi.framework")));
        Path classes = Path.of(TestJars.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (OutputStream out = Files.newOutputStream(target);
                JarOutputStream to = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes.resolve("com/euphoriapos/launcher/robot"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                to.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, to);
                to.closeEntry();
            }
        }
    }
}
