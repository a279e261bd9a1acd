package com.euphoriapos.device.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file that a person has looked at; what was received is left in the build folder. */
public final class Approvals {
    private Approvals() {}

    /** Fails unless the text equals the approved file. */
    public static void verify(String name, String received) {
        try {
            Path copy = Path.of("target", "received", name + ".txt");
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, received);
            assertEquals(approved(name), received, "differs from approved/" + name + ".txt; received is in " + copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String approved(String name) throws IOException {
        try (InputStream in = Approvals.class.getResourceAsStream("/approved/" + name + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
