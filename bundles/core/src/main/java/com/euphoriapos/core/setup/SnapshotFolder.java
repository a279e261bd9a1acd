package com.euphoriapos.core.setup;

import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.SnapshotPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Where a lane that joins keeps what it fetches: beside its database, in a folder that goes when all is there. */
final class SnapshotFolder {
    private static final String NAME = "joining";

    private SnapshotFolder() {}

    private static Path folder(Store store) {
        return Path.of(store.facts().file()).toAbsolutePath().resolveSibling(NAME);
    }

    /** The file of a part; its folder is there. */
    static Path file(Store store, SnapshotPart part) {
        try {
            return Files.createDirectories(folder(store)).resolve(part.name().toLowerCase(Locale.ROOT) + ".sqlite");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for what is fetched", e);
        }
    }

    /** Removes the folder with all that is in it. */
    static void remove(Store store) {
        Path folder = folder(store);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("what was fetched can't be removed", e);
        }
    }
}
