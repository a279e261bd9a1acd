package com.euphoriapos.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.status.HealthReport.Item;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthChecksTest {
    private final Instant now = Instant.parse("2026-03-04T12:00:00Z");
    private final HealthChecks checks = new HealthChecks(new ManualClock(now), 60_000);

    @AfterEach
    void stop() {
        checks.stop();
    }

    private static void bind(HealthChecks checks, String name, HealthCheck check) {
        checks.bindCheck(check, Map.of(HealthCheck.NAME, name));
    }

    private void bind(String name, HealthCheck check) {
        bind(checks, name, check);
    }

    @Test
    void keepsTheResultsWithTheTroubleFirst() {
        bind("B", () -> new Result(Result.Status.OK, "fine"));
        bind("A", () -> {
            FormattingResultLog log = new FormattingResultLog();
            log.info("this is well");
            log.critical("{} is broken", "that");
            return new Result(log);
        });

        List<Item> items = checks.run();

        assertEquals(
                List.of(
                        new Item("A", Level.DANGER, List.of("that is broken", "this is well"), now),
                        new Item("B", Level.OK, List.of("fine"), now)),
                items);
        assertEquals(items, checks.last());
        assertEquals("A: problem", checks.items().get(0).text());
    }

    @Test
    void givesUpOnACheckThatHangsAndNeverBeginsItTwice() {
        HealthChecks brief = new HealthChecks(new ManualClock(now), 1_500);
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch latch = new CountDownLatch(1);
        bind(brief, "hangs", () -> {
            begun.incrementAndGet();
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Result(Result.Status.OK, "late");
        });
        bind(brief, "throws", () -> {
            throw new IllegalStateException("no luck");
        });

        List<Item> first = brief.run();
        brief.run();

        assertEquals(List.of("No answer within 1500 ms."), first.get(0).messages());
        assertTrue(first.get(1).messages().get(0).contains("no luck"));
        assertEquals(1, begun.get());
        assertEquals("2 problems", brief.items().get(0).text());
        latch.countDown();
        brief.stop();
    }

    @Test
    void findsTheSentenceInAPrintedStackTrace() {
        String trace = "java.lang.reflect.InvocationTargetException\n\tat a.B.c(D.java:1)\nCaused by:"
                + " java.lang.IllegalArgumentException: device.printer.escpos: address: \"x\" is no address\n\tat e.F";

        assertEquals("device.printer.escpos: address: \"x\" is no address", Failures.reason(trace));
        assertEquals("it failed to start; the log says why", Failures.reason(null));
        assertEquals("plain words", Failures.reason("plain words"));
    }

    @Test
    void saysWhyAFileIsNoConfiguration(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("b.cfg"), "a=\\uZZZZ", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("a.cfg"), "a=1", StandardCharsets.UTF_8);

        assertEquals(List.of("a.cfg", "b.cfg"), ConfigFiles.names(folder));
        assertEquals("", ConfigFiles.fault(folder.resolve("a.cfg")));
        assertTrue(ConfigFiles.fault(folder.resolve("b.cfg")).contains("Malformed"));
        assertEquals("x.cfg", ConfigFiles.nameOf("file:/home/pos/config/x.cfg"));
    }
}
