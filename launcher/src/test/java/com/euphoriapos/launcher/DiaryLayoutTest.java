package com.euphoriapos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DiaryLayoutTest {
    private final LoggerContext logging = new LoggerContext();

    @Test
    void writesWhatTheSampleOfTheSettingsWrites() throws Exception {
        String sample = Files.readString(TestLane.distribution().resolve("conf/logback.xml.sample"));
        Matcher pattern = Pattern.compile("<pattern>(.*)</pattern>").matcher(sample);
        assertTrue(pattern.find());
        PatternLayout expected = new PatternLayout();
        expected.setContext(logging);
        expected.setPattern(pattern.group(1));
        expected.start();
        DiaryLayout diary = new DiaryLayout();
        diary.setContext(logging);
        diary.start();
        for (LoggingEvent event : new LoggingEvent[] {event(Level.WARN, null), event(Level.ERROR, failure())}) {
            assertEquals(expected.doLayout(event), diary.doLayout(event));
        }
    }

    private LoggingEvent event(Level level, @Nullable Throwable failure) {
        return new LoggingEvent(
                DiaryLayoutTest.class.getName(),
                logging.getLogger("com.euphoriapos.a.very.long.name.of.a.package.Something"),
                level,
                "the drawer {} is open",
                failure,
                new Object[] {Path.of("left")});
    }

    private static Exception failure() {
        return new IllegalStateException("outer", new IllegalArgumentException("inner"));
    }
}
