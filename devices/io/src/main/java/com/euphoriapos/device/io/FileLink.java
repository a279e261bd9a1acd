package com.euphoriapos.device.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A device file such as a USB printer's, or a plain file that collects what is written. Reads of such a device block without a
 * limit, so a thread of its own reads and {@link #read} waits for that; nothing is ever read from a plain file.
 */
final class FileLink implements ByteLink {
    private static final int CHUNKS_MAX = 64;

    private final Path path;
    private final Object guard = new Object();
    private volatile @Nullable Open open;

    private static final class Open {
        final FileChannel channel;
        final BlockingQueue<byte[]> input = new ArrayBlockingQueue<>(CHUNKS_MAX);
        volatile boolean gone;

        Open(FileChannel channel) {
            this.channel = channel;
        }

        /** Runs until the device is gone or the channel is closed, which frees the read. */
        void pump() {
            ByteBuffer buffer = ByteBuffer.allocate(256);
            try {
                while (channel.isOpen()) {
                    buffer.clear();
                    int count = channel.read(buffer);
                    if (count > 0) {
                        byte[] chunk = new byte[count];
                        buffer.flip().get(chunk);
                        // Full: the reader does not look; what it does not look at is lost, as in the device itself.
                        input.offer(chunk);
                    } else {
                        // Some drivers say "end" when they only have nothing to read.
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                    }
                }
            } catch (IOException e) {
                gone = true;
            }
        }
    }

    FileLink(Path path) {
        this.path = path;
    }

    @Override
    public String address() {
        return "file:" + path;
    }

    @Override
    public void open() throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + " is a folder");
        }
        boolean plain = Files.isRegularFile(path) || !path.startsWith("/dev") && !Files.exists(path);
        FileChannel channel;
        try {
            channel = plain
                    ? FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    : FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException("can't open " + path + ": " + e, e);
        }
        Open fresh = new Open(channel);
        if (!plain) {
            LinkThreads.named("file-read-" + path.getFileName())
                    .newThread(fresh::pump)
                    .start();
        }
        synchronized (guard) {
            open = fresh;
        }
    }

    @Override
    public int read(byte[] buffer, int timeoutMillis) throws IOException {
        Open current = open;
        if (current == null || current.gone) {
            return -1;
        }
        try {
            byte[] chunk = current.input.poll(timeoutMillis, TimeUnit.MILLISECONDS);
            if (chunk == null) {
                return current.gone || !current.channel.isOpen() ? -1 : 0;
            }
            int count = Math.min(chunk.length, buffer.length);
            System.arraycopy(chunk, 0, buffer, 0, count);
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        Open current = open;
        if (current == null) {
            throw new IOException(path + " is closed");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            current.channel.write(buffer);
        }
    }

    @Override
    public boolean present() {
        return Files.exists(path);
    }

    @Override
    public void close() {
        Open closing;
        synchronized (guard) {
            closing = open;
            open = null;
        }
        if (closing != null) {
            try {
                closing.channel.close();
            } catch (IOException e) {
                // The descriptor is gone even so.
                return;
            }
        }
    }
}
