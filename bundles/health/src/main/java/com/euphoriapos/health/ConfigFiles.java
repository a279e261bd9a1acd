package com.euphoriapos.health;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The {@code *.cfg} files of the lane. */
final class ConfigFiles {
    /** Where FileInstall notes the file that a configuration came from. */
    static final String FILE_PROPERTY = "felix.fileinstall.filename";

    private ConfigFiles() {}

    /** The plain name of a file given as a path or URI; empty for null. */
    static String nameOf(@Nullable Object file) {
        String text = file == null ? "" : file.toString();
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    }

    /** Names of the settings files in a folder, in order; none when there is no such folder. */
    static List<String> names(Path folder) throws IOException {
        return names(folder, "*.cfg");
    }

    /** Names of the files in a folder that match, in order; none when there is no such folder. */
    static List<String> names(Path folder, String pattern) throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        names.sort(String::compareTo);
        return names;
    }

    /** Why the file can't be read as properties; empty when it can. */
    static String fault(Path file) {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            new Properties().load(in);
            return "";
        } catch (IOException | IllegalArgumentException e) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }
}
