package com.euphoriapos.launcher;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The folder of a lane's data, private to its user. */
record Home(Path folder) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final List<String> FOLDERS = List.of("config", "plugins", "logs", "backups", "cache", "secrets");

    /** The usual place on this system for an application's data. */
    static Path usual(Map<String, String> environment, String osName, String userHome, String suffix) {
        String name = "euphoria-pos" + suffix;
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return Path.of(userHome, "Library", "Application Support", name);
        }
        if (os.contains("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return local == null ? Path.of(userHome, "AppData", "Local", name) : Path.of(local, name);
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return data.isBlank() ? Path.of(userHome, ".local", "share", name) : Path.of(data, name);
    }

    /** Makes the folders that are missing, readable by nobody else from the start, and takes back what others may do. */
    void prepare() throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        makePrivate(folder);
        for (String name : FOLDERS) {
            makePrivate(folder.resolve(name));
        }
    }

    private static void makePrivate(Path path) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(path);
            return;
        }
        if (!Files.isDirectory(path)) {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        try {
            if (!Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
                Files.setPosixFilePermissions(path, OWNER_ONLY);
            }
        } catch (FileSystemException notOurs) {
            // A disk without permissions, or a folder of somebody else, is no reason not to sell: a health check says
            // it. Not
            // logged: there is no log yet.
            return;
        }
    }

    Path plugins() {
        return folder.resolve("plugins");
    }

    Path config() {
        return folder.resolve("config");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path cache() {
        return folder.resolve("cache");
    }
}
