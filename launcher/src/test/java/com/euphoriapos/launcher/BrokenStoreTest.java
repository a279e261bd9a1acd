package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.status.StatusItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenStoreTest {
    @TempDir
    private Path home;

    @Test
    void saysWhatIsWrongWithADatabaseThatCanNotBeOpenedAndLeavesItAlone() throws Exception {
        byte[] garbage = new byte[16_384];
        Arrays.fill(garbage, (byte) 0x5a);
        Files.write(home.resolve("pos.sqlite"), garbage);

        try (Shop shop = Shop.again(home, Map.of())) {
            shop.awaitStatus(StatusItem.STORE_SHUT, StatusItem.Level.DANGER);
            String detail = shop.status(StatusItem.STORE_SHUT).detail();
            assertTrue(detail.contains("pos.sqlite"), detail);
        }
        assertArrayEquals(garbage, Files.readAllBytes(home.resolve("pos.sqlite")));
    }
}
