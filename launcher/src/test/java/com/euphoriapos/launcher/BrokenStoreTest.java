package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.euphoriapos.api.status.StatusBoard;
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

        try (TestLane lane = new TestLane(home, Map.of())) {
            StatusBoard board = (StatusBoard) lane.service(StatusBoard.class.getName());
            TestLane.awaitTrue(
                    () -> board.items().stream()
                            .anyMatch(item -> item.id().equals(StatusItem.STORE_SHUT)
                                    && item.level() == StatusItem.Level.DANGER
                                    && item.detail().contains("pos.sqlite")),
                    "word of the damaged database in " + board.items());
        }
        assertArrayEquals(garbage, Files.readAllBytes(home.resolve("pos.sqlite")));
    }
}
