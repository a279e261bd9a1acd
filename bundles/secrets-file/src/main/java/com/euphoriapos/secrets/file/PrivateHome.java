package com.euphoriapos.secrets.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the lane's data is private to its user. What others may read or write is taken back from them, and said once; what can't
 * be taken back is named. Symbolic links are not followed.
 */
@Component(property = {HealthCheck.NAME + "=Data folder", HealthCheck.TAGS + "=store"})
public final class PrivateHome implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateHome.class);
    /** More files than a lane has; a folder that is no home at all must not take the check for ever. */
    private static final int FILES_MAX = 20_000;

    private static final int NAMED_MAX = 3;
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    /** Changes permissions; a seam, because a test that runs as root can change all. */
    interface Chmod {
        void set(Path path, Set<PosixFilePermission> permissions) throws IOException;
    }

    private final Path home;
    private final Chmod chmod;

    @Activate
    public PrivateHome(BundleContext context) {
        this(
                FileSecretStore.homeOf(context.getProperty(FileSecretStore.PROPERTY_HOME)),
                Files::setPosixFilePermissions);
    }

    PrivateHome(Path home, Chmod chmod) {
        this.home = home;
        this.chmod = chmod;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (!home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            log.info("{} is protected as the folder of its user is", home);
            return new Result(log);
        }
        Walk walk = new Walk();
        try {
            Files.walkFileTree(home, walk);
        } catch (IOException e) {
            log.warn("{} can't be looked through: {}", home, e.getMessage());
        }
        if (!walk.open.isEmpty()) {
            log.warn(
                    "Others on this computer can use the lane's data, and that can't be changed: {}{}. Move the data to a disk"
                            + " with permissions, or make the lane's user the owner",
                    String.join(", ", walk.open.subList(0, Math.min(NAMED_MAX, walk.open.size()))),
                    walk.open.size() > NAMED_MAX ? " and more" : "");
        } else if (walk.repaired > 0) {
            LOG.warn("Others could use {} files or folders of {}; from now on only its owner can", walk.repaired, home);
            log.info("Others could use {} files or folders; from now on only the lane's user can", walk.repaired);
        } else {
            log.info("{} is private to its user", home);
        }
        return new Result(log);
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final List<String> open = new ArrayList<>();
        private int repaired;
        private int seen;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return look(folder);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return attributes.isSymbolicLink() ? FileVisitResult.CONTINUE : look(file);
        }

        /** Files come and go while the lane runs. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        private FileVisitResult look(Path path) {
            try {
                Set<PosixFilePermission> now = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
                if (now.removeAll(OTHERS)) {
                    repair(path, now);
                }
            } catch (IOException gone) {
                LOG.debug("{} went away while it was looked at", path, gone);
            }
            return ++seen < FILES_MAX ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        private void repair(Path path, Set<PosixFilePermission> ownerOnly) throws IOException {
            try {
                chmod.set(path, ownerOnly);
            } catch (IOException e) {
                LOG.debug("The permissions of {} can't be changed", path, e);
            }
            // Some file systems take a change and keep what they had.
            if (Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).equals(ownerOnly)) {
                LOG.debug("Others could use {}; from now on only its owner can", path);
                repaired++;
            } else {
                open.add(
                        path.equals(home)
                                ? home.toString()
                                : home.relativize(path).toString());
            }
        }
    }
}
