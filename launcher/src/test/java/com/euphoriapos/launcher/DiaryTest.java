package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

final class DiaryTest {
    @TempDir
    Path folder;

    private final LoggerContext logging = new LoggerContext();

    @AfterEach
    void stop() {
        logging.stop();
    }

    @Test
    void losesNothingWhenItLearnsToPutOldDaysAway() throws Exception {
        Logger log = opened();
        log.info("before");
        Diary.roll(logging);
        Diary.roll(logging);
        log.info("after");
        List<String> lines = Files.readAllLines(folder.resolve("lane.log"));
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(0).endsWith("before") && lines.get(1).endsWith("after"), lines.toString());
    }

    @Test
    void putsTheDiaryOfAnEarlierDayAway() throws Exception {
        Path diary = folder.resolve("lane.log");
        Files.writeString(diary, "earlier\n");
        Files.setLastModifiedTime(
                diary,
                FileTime.from(FileTime.fromMillis(diary.toFile().lastModified())
                        .toInstant()
                        .minus(Duration.ofDays(3))));
        opened().info("today");
        TestLane.awaitTrue(() -> names().stream().anyMatch(name -> name.endsWith(".log.gz")), "the day put away");
        assertTrue(Files.readString(diary).endsWith("today" + System.lineSeparator()));
        assertEquals(1, Files.readAllLines(diary).size());
    }

    @Test
    void saysNothingOfWhatIsQuiet() throws Exception {
        opened();
        logging.getLogger("org.apache.ibatis.session").info("not this");
        logging.getLogger("org.freedesktop.dbus").error("nor this");
        assertEquals("", Files.readString(folder.resolve("lane.log")));
    }

    private Logger opened() {
        logging.setMDCAdapter(new LogbackMDCAdapter());
        Diary.open(logging, folder.toString());
        logging.start();
        return logging.getLogger("com.euphoriapos.Test");
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
