package com.euphoriapos.secrets.keychain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a home remembers of the keychain, in {@code keychain.properties}: its own random id there, which secrets are in it, and
 * which are to be removed from it as soon as it can be reached. No secrets. {@code secrets-file} reads the names too. Thread-safe.
 */
final class HomeRecord {
    static final String FILE = "keychain.properties";

    private static final String ID = "id";
    private static final String NAMES = "names";
    private static final String GONE = "gone";
    private static final Pattern ID_FORM = Pattern.compile("[0-9a-f]{32}");

    private final Path file;
    private final boolean posix;
    private final String id;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> gone = new TreeSet<>();

    /** Reads the record; a home without a good one gets {@code newId}, which is written with the first name. */
    HomeRecord(Path home, String newId) throws IOException {
        this.file = home.resolve(FILE);
        this.posix = home.getFileSystem().supportedFileAttributeViews().contains("posix");
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                kept.load(in);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " is damaged", e);
            }
        }
        String before = kept.getProperty(ID, "");
        if (ID_FORM.matcher(before).matches()) {
            id = before;
            names.addAll(words(kept, NAMES));
            gone.addAll(words(kept, GONE));
        } else {
            id = newId;
        }
    }

    private static List<String> words(Properties kept, String key) {
        String text = kept.getProperty(key, "");
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    String id() {
        return id;
    }

    synchronized Set<String> names() {
        return Set.copyOf(names);
    }

    synchronized Set<String> gone() {
        return Set.copyOf(gone);
    }

    synchronized boolean has(String name) {
        return names.contains(name);
    }

    /** From now on the keychain is where that secret is; durable. */
    synchronized void add(String name) throws IOException {
        if (names.add(name) | gone.remove(name)) {
            write();
        }
    }

    /** The secret is no longer in use, but may still be in the keychain; durable. */
    synchronized void forget(String name) throws IOException {
        if (names.remove(name) | gone.add(name)) {
            write();
        }
    }

    /** The keychain has it no longer; durable. */
    synchronized void removed(String name) throws IOException {
        if (gone.remove(name)) {
            write();
        }
    }

    private void write() throws IOException {
        Properties kept = new Properties();
        kept.setProperty(ID, id);
        kept.setProperty(NAMES, String.join(",", names));
        kept.setProperty(GONE, String.join(",", gone));
        Path part = file.resolveSibling(FILE + ".part");
        Files.deleteIfExists(part);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, options, ownerOnly());
                OutputStream out = Channels.newOutputStream(channel)) {
            kept.store(out, "Which secrets of this home are in the keychain of the operating system");
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (posix) {
            // The rename itself must outlive a power cut: without the record the secrets in the keychain count as lost.
            try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
