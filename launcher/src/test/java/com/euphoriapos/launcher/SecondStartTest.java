package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one home would be two writers of one database. */
final class SecondStartTest {
    @TempDir
    Path folder;

    @Test
    void isRefusedWithTheFirstProcessNamedUntilThatIsGone() throws Exception {
        Product product = new Product(folder.resolve("lane"));
        try (Running first = product.start(Map.of())) {
            first.command("pos:status");
            first.await(line -> line.startsWith("Set-up: NEEDED"), "answer of the first");

            Product.Run second = product.commands("pos:status");
            assertEquals(3, second.exitCode(), second.text());
            assertTrue(second.text().contains("process " + first.pid() + ", started "), second.text());
            assertTrue(second.text().contains("already running on " + folder.resolve("lane")), second.text());

            first.command("dev:list");
            first.await(line -> line.equals("0 devices"), "answer of the first after the refusal");
            first.kill();
        }
        Product.Run third = product.commands("pos:status");
        assertEquals(0, third.exitCode(), third.text());
    }
}
