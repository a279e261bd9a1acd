package com.euphoriapos.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes sure that one process at a time uses a home: two would be two writers of one database. */
final class InstanceLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path owner;

    private InstanceLock(FileChannel channel, Path owner) {
        this.channel = channel;
        this.owner = owner;
    }

    /** Takes the lock, or says who has it. */
    static InstanceLock take(Path home) throws IOException, AlreadyRunningException {
        Path owner = home.resolve("lane.pid");
        FileChannel channel =
                FileChannel.open(home.resolve("lane.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new AlreadyRunningException(home, ownerOf(owner));
        }
        Files.writeString(owner, ownPid(), StandardCharsets.UTF_8);
        return new InstanceLock(channel, owner);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** Where the system tells it, without what Java readies to watch processes. */
    private static String ownPid() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self")).toString();
        } catch (IOException | UnsupportedOperationException notLinux) {
            return Long.toString(ProcessHandle.current().pid());
        }
    }

    private static String ownerOf(Path owner) {
        try {
            long pid = Long.parseLong(
                    Files.readString(owner, StandardCharsets.UTF_8).strip());
            Optional<String> started =
                    ProcessHandle.of(pid).flatMap(p -> p.info().startInstant()).map(at -> ", started " + at);
            return "process " + pid + started.orElse("");
        } catch (IOException | NumberFormatException unknown) {
            return "another process";
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(owner);
        channel.close();
    }

    /** The home is in use. */
    static final class AlreadyRunningException extends Exception {
        private static final long serialVersionUID = 1L;

        AlreadyRunningException(Path home, String owner) {
            super("The register is already running on " + home + " (" + owner
                    + "). Use that one, or start with another --home.");
        }
    }
}
