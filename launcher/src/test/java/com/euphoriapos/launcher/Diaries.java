package com.euphoriapos.launcher;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What lanes wrote into the diaries of a home, also those of earlier days: a test may run while midnight passes. */
final class Diaries {
    private Diaries() {}

    /** All of it in its order; less for a moment while a day is put away. */
    static String read(Path home) {
        Path folder = home.resolve("logs");
        if (Files.notExists(folder)) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> earlier = files.filter(
                            file -> file.getFileName().toString().matches("lane\\..+\\.log\\.gz"))
                    .sorted()
                    .toList();
            for (Path day : earlier) {
                all.append(text(day));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all + text(folder.resolve("lane.log"));
    }

    private static String text(Path file) {
        // Not as a string at once, which fails where a character is only half written.
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException | EOFException notNow) {
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
