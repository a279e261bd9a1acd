package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard of a new store by keys: an installer types fast, pastes by a tool, or scans what stands on a letter head. */
final class FirstStartByKeysTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String PIN = "739155";

    @TempDir
    Path folder;

    @Test
    void losesNothingOfWhatComesAsFastAsAScannersKeys() throws Exception {
        Product product = new Product(folder.resolve("lane"));
        try (Desktop desktop = new Desktop(1280, 800)) {
            Process window = product.open(desktop);
            try {
                product.awaitLog(0, "Screen wizard is shown");
                desktop.press("1");
                product.awaitLog(0, "The wizard shows store");
                fill(desktop, "Corner Shop on Main", "12 Main Street", "Springfield 12345", "8.875");
                desktop.picture(PICTURES.resolve("first-start-1-store.png"));
                desktop.press("Return");
                product.awaitLog(0, "The wizard shows owner");
                fill(desktop, "Bartholomew", "Featherstone");
                desktop.press(PIN.split(""));
                desktop.press("Tab");
                desktop.press(PIN.split(""));
                desktop.picture(PICTURES.resolve("first-start-2-owner.png"));
                desktop.press("Return");
                product.awaitLog(0, "The wizard shows code");
                desktop.picture(PICTURES.resolve("first-start-3-code.png"));
            } finally {
                window.destroyForcibly().waitFor();
            }
            assertEquals(
                    1,
                    product.number("SELECT count(*) FROM employees WHERE firstName = 'Bartholomew'"
                            + " AND lastName = 'Featherstone'"));
            assertEquals(1, product.number("SELECT count(*) FROM pos_config WHERE value = '\"Corner Shop on Main\"'"));
        }
    }

    private static void fill(Desktop desktop, String... texts) throws Exception {
        for (String text : texts) {
            desktop.burst(text);
            desktop.press("Tab");
        }
    }
}
