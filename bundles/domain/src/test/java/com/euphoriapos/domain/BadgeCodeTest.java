package com.euphoriapos.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadgeCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"96385074", "012345678905", "4006381333931", "10012345678902"})
    void takesNoProductForABadge(String code) {
        assertTrue(BadgeCode.isProduct(code));
        assertTrue(BadgeCode.problem(code).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"96385075", "4006381333932", "1234567890", "EMP-00042", "~!@#$%^&"})
    void takesOtherCodes(String code) {
        assertFalse(BadgeCode.isProduct(code));
        assertEquals(Optional.empty(), BadgeCode.problem(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EMP-042", "EMP 00042", "EMP-0004\u00e9"})
    void refusesWhatNoScannerOrEverybodyWouldSend(String code) {
        assertTrue(BadgeCode.problem(code).isPresent());
    }

    @Test
    void refusesALongCode() {
        assertTrue(BadgeCode.problem("x".repeat(65)).isPresent());
        assertEquals(Optional.empty(), BadgeCode.problem("x".repeat(64)));
    }

    @Test
    void isTheSameFromEveryScanner() {
        assertEquals("EMP-00042", BadgeCode.plain("]C0EMP-00042"));
        assertEquals("EMP-00042", BadgeCode.plain("EMP-00042"));
        assertEquals("]C0", BadgeCode.plain("]C0"));
        assertEquals("]-0EMP", BadgeCode.plain("]-0EMP"));
    }
}
