package com.euphoriapos.device.javapos;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jpos.JposException;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive use of one physical device. It is a lock on a small file, because that holds against other programs and, by
 * the rules of the Java runtime, against every other channel of this one, whichever class loader it came from.
 */
final class ClaimLock {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final String resource;
    private final Path file;
    private @Nullable FileChannel channel;

    ClaimLock(String category, String resource) {
        this.resource = resource;
        String user = System.getProperty("user.name", "anybody");
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "pos-claims-" + safe(user));
        this.file = folder.resolve(safe(category + "-" + resource) + ".lock");
    }

    private static String safe(String text) {
        return text.replaceAll("[^A-Za-z0-9.-]", "_");
    }

    /** Takes the lock, waiting at most this long; −1 waits for ever. */
    void acquire(int timeoutMillis) throws JposException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (!tryAcquire()) {
            if (timeoutMillis >= 0 && System.nanoTime() - deadline >= 0) {
                throw JposErrors.timeout(resource + " stayed claimed by another program or service");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw JposErrors.timeout("the wait for " + resource + " was interrupted");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Takes the lock if it is free. */
    synchronized boolean tryAcquire() throws JposException {
        if (channel != null) {
            return true;
        }
        FileChannel opened = null;
        try {
            Files.createDirectories(file.getParent());
            opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = opened.tryLock();
            if (lock == null) {
                opened.close();
                return false;
            }
            channel = opened;
            return true;
        } catch (OverlappingFileLockException e) {
            closeQuietly(opened);
            return false;
        } catch (IOException e) {
            closeQuietly(opened);
            throw JposErrors.failure("can't lock " + file, e);
        }
    }

    synchronized void release() {
        closeQuietly(channel);
        channel = null;
    }

    private static void closeQuietly(@Nullable FileChannel open) {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // The lock dies with the channel's descriptor, which is gone even when close complains.
                return;
            }
        }
    }
}
