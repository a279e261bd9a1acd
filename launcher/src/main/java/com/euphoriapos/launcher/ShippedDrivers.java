package com.euphoriapos.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.zip.CRC32;

/**
 * Puts the drivers of the distribution into the plugins folder: new ones once, newer ones over a copy that nobody touched. What a
 * person deleted or replaced stays as they left it.
 */
final class ShippedDrivers {
    private static final String CHECKSUM = ".crc32";

    private final Path drivers;
    private final Path plugins;
    private final Path record;

    ShippedDrivers(Path drivers, Path plugins) {
        this.drivers = drivers;
        this.plugins = plugins;
        this.record = plugins.resolve(".shipped");
    }

    void copy() throws IOException {
        if (!Files.isDirectory(drivers)) {
            return;
        }
        Properties shipped = new Properties();
        if (Files.exists(record)) {
            try (InputStream in = Files.newInputStream(record)) {
                shipped.load(in);
            }
        }
        boolean changed = false;
        for (Path driver : jars()) {
            changed |= copy(driver, shipped);
        }
        if (changed) {
            try (OutputStream out = Files.newOutputStream(record)) {
                shipped.store(out, "drivers that came with the product: SHA-256, and CRC-32 with length");
            }
        }
    }

    private List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(drivers)) {
            for (Path file : files) {
                if (file.toString().endsWith(".jar")) {
                    jars.add(file);
                }
            }
        }
        Collections.sort(jars);
        return jars;
    }

    private boolean copy(Path driver, Properties shipped) throws IOException {
        String name = driver.getFileName().toString();
        String before = shipped.getProperty(name);
        byte[] content = Files.readAllBytes(driver);
        String checksum = checksum(content);
        if (before != null && checksum.equals(shipped.getProperty(name + CHECKSUM))) {
            return false;
        }
        shipped.setProperty(name + CHECKSUM, checksum);
        String hash = sha256(content);
        if (hash.equals(before)) {
            return true;
        }
        Path target = plugins.resolve(name);
        boolean untouched = before == null
                ? !Files.exists(target)
                : Files.exists(target) && before.equals(sha256(Files.readAllBytes(target)));
        if (untouched) {
            Path temporary = plugins.resolve("." + name + ".tmp");
            Files.copy(driver, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        shipped.setProperty(name, hash);
        return true;
    }

    /** Tells at each start whether a driver is another one; SHA-256 takes too long for that, it only looks after people's files. */
    private static String checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return Long.toHexString(crc.getValue()) + " " + content.length;
    }

    private static String sha256(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
