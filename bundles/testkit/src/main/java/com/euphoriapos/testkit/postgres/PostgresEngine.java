package com.euphoriapos.testkit.postgres;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, out of the archive that comes from the build's registry: a tar file, compressed by xz. */
final class PostgresEngine {
    private static final int BLOCK = 512;

    private PostgresEngine() {}

    /** Unpacks the programs for this machine into a folder. */
    static void unpack(Path folder) throws IOException {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        String archive = "postgres-" + (mac ? "darwin-" : "linux-")
                + (System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
        try (InputStream resource = PostgresEngine.class.getClassLoader().getResourceAsStream(archive)) {
            if (resource == null) {
                throw new IOException("the build has no PostgreSQL for this machine: " + archive);
            }
            unpack(new XZInputStream(new BufferedInputStream(resource)), folder);
        }
    }

    private static void unpack(InputStream tar, Path folder) throws IOException {
        byte[] header = new byte[BLOCK];
        String longName = "";
        while (tar.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            String name = longName.isEmpty() ? text(header, 0, 100) : longName;
            longName = "";
            long size = Long.parseLong(text(header, 124, 12).strip(), 8);
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("the archive leaves its folder: " + name);
            }
            switch (header[156]) {
                case '5' -> Files.createDirectories(file);
                case '2' -> {
                    makeParent(file);
                    Files.createSymbolicLink(file, Path.of(text(header, 157, 100)));
                }
                case 'L' -> {
                    byte[] bytes = content(tar, size);
                    longName = text(bytes, 0, bytes.length);
                }
                case '0', 0 -> {
                    makeParent(file);
                    Files.write(file, content(tar, size));
                    boolean program = (Integer.parseInt(text(header, 100, 8).strip(), 8) & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
                default -> throw new IOException("the archive has something unknown: " + name);
            }
        }
    }

    private static void makeParent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    private static byte[] content(InputStream tar, long size) throws IOException {
        byte[] bytes = tar.readNBytes((int) size);
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (bytes.length < size) {
            throw new EOFException("the archive ends early");
        }
        return bytes;
    }

    private static String text(byte[] bytes, int from, int length) {
        byte[] field = Arrays.copyOfRange(bytes, from, from + length);
        int end = 0;
        while (end < length && field[end] != 0) {
            end++;
        }
        return new String(field, 0, end, StandardCharsets.UTF_8);
    }
}
