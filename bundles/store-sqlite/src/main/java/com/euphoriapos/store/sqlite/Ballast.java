package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file beside the database that holds room for bad days: it is deleted when the disk is full, so that the database can be
 * repaired and somebody can clear up. Writer thread only.
 */
final class Ballast {
    private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);
    private static final int SLICE = 1_000_000;

    private final Path file;
    private final long size;
    private final long roomMin;
    private boolean refused;

    Ballast(SqliteSettings settings) {
        this.file = settings.file().resolveSibling("ballast");
        this.size = settings.ballastBytes();
        this.roomMin = settings.warnBytes() + size;
    }

    /** Whether the file is smaller than it should be and the disk has room for it. */
    boolean wants(long freeBytes) {
        return size > 0 && !refused && freeBytes > roomMin && file.toFile().length() < size;
    }

    /** Adds a slice: not all at once, because a sale may come. Where it can't be written there is none until the next start. */
    void grow() {
        try {
            DatabaseFile.createPrivate(file);
            addSlice();
        } catch (IOException | StoreException e) {
            // Room for bad days is worth less than the sales of good ones.
            refused = true;
            LOG.warn("The ballast file cannot be written: {}", e.toString());
            release();
        }
    }

    private void addSlice() throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            long length = out.length();
            byte[] bytes = new byte[(int) Math.min(SLICE, size - length)];
            // Not zeros: a file system may keep those without using room.
            new SplittableRandom(length).nextBytes(bytes);
            out.seek(length);
            out.write(bytes);
        }
    }

    /** Gives the room back. */
    void release() {
        try {
            if (Files.deleteIfExists(file)) {
                LOG.warn("The disk is full: the ballast file was deleted to make room");
            }
        } catch (IOException e) {
            LOG.error("The ballast file cannot be deleted", e);
        }
    }
}
