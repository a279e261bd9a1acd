package com.euphoriapos.core.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.domain.Role;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"1111", "222222", "123456", "654321", "890123", "000000", "12345", "", "12a456", "1234567890123"
            })
    void refusesAnOwnersPinThatIsShortOrEasyOrTheDemos(String pin) {
        Optional<String> problem = PinPolicy.problem(pin.toCharArray(), Role.OWNER);

        assertTrue(problem.isPresent());
        assertTrue(pin.isEmpty() || !problem.get().contains(pin));
    }

    @Test
    void asksForTheLengthOfTheRole() {
        assertEquals(Optional.empty(), PinPolicy.problem("4711".toCharArray(), Role.CASHIER));
        assertTrue(PinPolicy.problem("4711".toCharArray(), Role.MANAGER).isPresent());
        assertEquals(Optional.empty(), PinPolicy.problem("471190".toCharArray(), Role.MANAGER));
    }

    @Test
    void findsByAKeyedHashThatChangesWithKeyAndPin() {
        byte[] pepper = new byte[32];
        String lookup = PinLookup.of(pepper, "471190".toCharArray());

        // HMAC-SHA256 of the ASCII digits under 32 zero bytes, from another implementation.
        assertEquals("3607fe1a6acab768226abfb2c95353cce1665218b0802d5797892c130ce8fa70", lookup);
        pepper[0] = 1;
        assertNotEquals(lookup, PinLookup.of(pepper, "471190".toCharArray()));
    }

    @ParameterizedTest
    @CsvSource({
        "$2a$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234, true",
        "$2b$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234, true",
        "$2y$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234, true",
        "$2x$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234, false",
        "$2a$31$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234, false",
        "$2a$10$short, false",
        "'', false"
    })
    void takesTheFormsOfBcryptThatAreTheSameAlgorithm(String hash, boolean good) {
        assertEquals(good, PinHash.normalised(hash).isPresent());
        PinHash.normalised(hash).ifPresent(text -> assertTrue(text.startsWith("$2a$")));
    }

    @Test
    void checksAgainstNobodysHashAtTheSameCost() {
        String nobody = PinHash.ofNobody(10);

        assertEquals(Optional.of(nobody), PinHash.normalised(nobody));
        assertFalse(new BcryptHashing().matches("471190".toCharArray(), nobody));
    }

    @ParameterizedTest
    @CsvSource({"1, 14", "5, 12", "15, 10", "60, 10"})
    void findsTheCostThatStaysWithinEightyMilliseconds(long millisAtEight, int cost) {
        AtomicLong nanos = new AtomicLong();
        PinHashing slow = new PinHashing() {
            @Override
            public String hash(char[] pin, int hashCost) {
                nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millisAtEight));
                return "";
            }

            @Override
            public boolean matches(char[] pin, String hash) {
                return false;
            }
        };

        assertEquals(cost, PinCost.calibrate(slow, nanos::get));
    }
}
