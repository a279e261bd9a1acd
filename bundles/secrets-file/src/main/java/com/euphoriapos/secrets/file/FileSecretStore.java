package com.euphoriapos.secrets.file;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file a secret in {@code <home>/secrets}, readable by its owner only, from its first byte on. A new value is written beside
 * the old one, forced to the disk and renamed over it, so a crash leaves the one or the other whole. What the home's record says to
 * be in the keychain is not missing here but unreachable. Thread-safe.
 */
@Component(
        service = SecretStore.class,
        property = {Constants.SERVICE_RANKING + ":Integer=-100", SecretStore.PROPERTY_KIND + "=" + SecretStore.KIND_FILE
        })
public final class FileSecretStore implements SecretStore {
    /** Framework property: the lane's home folder. */
    static final String PROPERTY_HOME = "pos.home";

    private static final Logger LOG = LoggerFactory.getLogger(FileSecretStore.class);
    private static final String FOLDER = "secrets";
    private static final String PART = ".part";
    /** What the keychain's provider keeps in the home: which secrets are in the keychain. */
    private static final String RECORD = "keychain.properties";

    private static final String RECORD_NAMES = "names";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final Path record;
    private final boolean posix;

    @Activate
    public FileSecretStore(BundleContext context) {
        this(homeOf(context.getProperty(PROPERTY_HOME)));
    }

    FileSecretStore(Path home) {
        this.folder = home.resolve(FOLDER);
        this.record = home.resolve(RECORD);
        try {
            Files.createDirectories(home);
            this.posix = Files.getFileAttributeView(home, PosixFileAttributeView.class) != null;
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder, only(OWNER_FOLDER));
            }
            restrict(folder, OWNER_FOLDER);
            removeParts();
        } catch (IOException e) {
            throw new SecretException("the folder " + folder + " can't be used: " + why(e), e);
        }
    }

    @Override
    public synchronized Optional<byte[]> get(String name) {
        Path file = file(name);
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                restrict(file, OWNER_FILE);
            }
            if (Files.size(file) > BYTES_MAX) {
                throw new IOException("it is larger than a secret can be");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            if (inKeychain().contains(name)) {
                throw new SecretException("the secret " + name + " is in the keychain of this machine", e, true);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new SecretException("the secret " + name + " can't be read: " + why(e), e);
        }
    }

    @Override
    public synchronized void put(String name, byte[] secret) {
        Path file = file(name);
        if (secret.length > BYTES_MAX) {
            throw new IllegalArgumentException(secret.length + " bytes are too many for a secret");
        }
        Path part = folder.resolve(name + PART);
        try {
            Files.deleteIfExists(part);
            write(part, secret);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException e) {
            throw new SecretException("the secret " + name + " can't be kept: " + why(e), e);
        }
    }

    @Override
    public synchronized void remove(String name) {
        try {
            if (Files.deleteIfExists(file(name))) {
                forceFolder();
            }
        } catch (IOException e) {
            throw new SecretException("the secret " + name + " can't be removed: " + why(e), e);
        }
    }

    @Override
    public synchronized Presence presence(String name) {
        if (Files.exists(file(name))) {
            return Presence.HERE;
        }
        return inKeychain().contains(name) ? Presence.UNREACHABLE : Presence.GONE;
    }

    @Override
    public synchronized Set<String> names() {
        try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            Set<String> names = new TreeSet<>();
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (isName(name)) {
                    names.add(name);
                }
            }
            return names;
        } catch (IOException e) {
            throw new SecretException("the folder " + folder + " can't be read: " + why(e), e);
        }
    }

    @Override
    public String degradedReason() {
        return "Secrets are in files of " + folder
                + (posix ? ", which only this user may read" : ", protected as this folder is")
                + "; a copy of the disk contains them.";
    }

    private void write(Path part, byte[] secret) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, options, only(OWNER_FILE))) {
            ByteBuffer rest = ByteBuffer.wrap(secret);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** The rename itself must reach the disk too; Windows can't do that, and does not need it. */
    private void forceFolder() throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (posix && !Files.getPosixFilePermissions(path).equals(permissions)) {
            LOG.warn("Others could use {}; from now on only its owner can", path);
            try {
                Files.setPosixFilePermissions(path, permissions);
            } catch (IOException e) {
                // It is no reason not to sell; the check of the home says it.
                LOG.error("The permissions of {} can't be changed: {}", path, why(e));
            }
        }
    }

    private void removeParts() throws IOException {
        try (var parts = Files.newDirectoryStream(folder, "*" + PART)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    private Path file(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a secret");
        }
        return folder.resolve(name);
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.endsWith(PART);
    }

    private Set<String> inKeychain() {
        if (!Files.exists(record)) {
            return Set.of();
        }
        Properties kept = new Properties();
        try (InputStream in = Files.newInputStream(record)) {
            kept.load(in);
            return Set.of(kept.getProperty(RECORD_NAMES, "").split(","));
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("{} can't be read: {}", record, e.getMessage());
            return Set.of();
        }
    }

    private FileAttribute<?>[] only(Set<PosixFilePermission> permissions) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    static Path homeOf(@Nullable String home) {
        if (home == null || home.isBlank()) {
            throw new IllegalStateException("the framework property " + PROPERTY_HOME + " is missing");
        }
        return Path.of(home);
    }

    private static String why(IOException e) {
        String reason = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
        return e.getClass().getSimpleName() + (reason == null ? "" : " " + reason);
    }
}
