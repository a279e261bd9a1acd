package com.euphoriapos.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * The engine's native code, unpacked once. The driver by itself unpacks it anew at every start and compares it byte by byte, which
 * the start of the lane waits for. When anything is wrong with the file here, the driver goes its own way.
 */
final class EngineFile {
    private static final Logger LOG = LoggerFactory.getLogger(EngineFile.class);
    private static final String PATH = "org.sqlite.lib.path";

    private EngineFile() {}

    /** Tells the driver to load its native code from this private folder, unless somebody has told it where already. */
    static void use(Path folder) {
        if (System.getProperty(PATH) != null) {
            return;
        }
        // Not "sqlite-": the driver tidies up whatever has its own prefix.
        Path place = folder.resolve("engine-" + SQLiteJDBCLoader.getVersion());
        Path file = place.resolve(name());
        try {
            if (!Files.exists(file)) {
                unpack(place, file);
            }
            System.setProperty(PATH, place.toString());
        } catch (IOException e) {
            LOG.warn("The engine could not be unpacked to {}: {}", file, e.toString());
        }
    }

    private static String name() {
        // The driver looks for this name on macOS too, whatever Java makes of it.
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")
                ? "libsqlitejdbc.dylib"
                : System.mapLibraryName("sqlitejdbc");
    }

    private static void unpack(Path place, Path file) throws IOException {
        String resource = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name();
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the driver has no " + resource);
            }
            Files.createDirectories(place);
            Path part = Files.createTempFile(place, "engine", ".part");
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
