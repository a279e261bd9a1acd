package com.euphoriapos.device.simulator.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RobotOrderTest {
    @Test
    void readsEveryOption() {
        RobotOrder order =
                RobotOrder.parse(List.of("20", "--rate", "0.5", "--pin", "1111", "--seed", "-3", "--lines", "4"));

        assertEquals(new RobotOrder(20, Duration.ofSeconds(2), Optional.of("1111"), OptionalLong.of(-3), 4), order);
    }

    @Test
    void goesAsFastAsItCanUnlessToldOtherwise() {
        assertEquals(Duration.ZERO, RobotOrder.parse(List.of("1")).interval());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "x",
                "-1",
                "1000001",
                "1 --rate 0",
                "1 --rate fast",
                "1 --lines 0",
                "1 --seed",
                "1 --no 1"
            })
    void refusesWhatItDoesNotUnderstand(String words) {
        RobotException refusal = assertThrows(
                RobotException.class, () -> RobotOrder.parse(words.isEmpty() ? List.of() : List.of(words.split(" "))));

        assertTrue(!refusal.reason().isBlank());
    }

    @Test
    void ranksTimesFromTheNearest() {
        Times times = new Times();
        for (int i = 1; i <= 200; i++) {
            times.add(i * 1_000_000L);
        }

        assertEquals(new BigDecimal("100.000"), times.millis(50));
        assertEquals(new BigDecimal("198.000"), times.millis(99));
        assertEquals(BigDecimal.ZERO, new Times().millis(99));
    }
}
