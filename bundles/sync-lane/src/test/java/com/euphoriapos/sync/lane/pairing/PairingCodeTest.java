package com.euphoriapos.sync.lane.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.sync.lane.pairing.PairingProof.Role;
import com.euphoriapos.sync.lane.pairing.PairingProof.Scene;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code, as shown, typed, scanned and proved. */
final class PairingCodeTest {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final PairingCode code = PairingCode.random(new SecureRandom());

    @Test
    void isReadHoweverItIsTyped() {
        String grouped = code.grouped();

        assertEquals(20, grouped.length());
        assertEquals(code.plain(), PairingCode.parse(grouped).orElseThrow().plain());
        assertEquals(
                code.plain(),
                PairingCode.parse(" " + grouped.toLowerCase(Locale.ROOT).replace("-", " - ") + "\n")
                        .orElseThrow()
                        .plain());
        assertEquals(
                code.plain(),
                PairingCode.parse(grouped.replace('0', 'o').replace('1', 'l'))
                        .orElseThrow()
                        .plain());
    }

    @Test
    void anyOneWrongCharacterIsFound() {
        String plain = code.plain();
        for (int at = 0; at < PairingCode.LENGTH; at++) {
            for (char wrong : DIGITS.toCharArray()) {
                String typed = plain.substring(0, at) + wrong + plain.substring(at + 1);
                assertEquals(typed.equals(plain), PairingCode.parse(typed).isPresent(), typed);
            }
        }
    }

    @Test
    void anyTwoExchangedNeighboursAreFound() {
        String plain = code.plain();
        for (int at = 0; at + 1 < PairingCode.LENGTH; at++) {
            String typed = plain.substring(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.substring(at + 2);
            assertEquals(typed.equals(plain), PairingCode.parse(typed).isPresent(), typed);
        }
    }

    @Test
    void saysNothingOfItselfInALog() {
        assertFalse(code.toString().contains(code.plain()));
        assertFalse(new Scannable(code, List.of("10.0.0.1:8123")).toString().contains(code.plain()));
    }

    @Test
    void aScanHoldsCodeAndAddresses() {
        Scannable shown = new Scannable(code, List.of("192.168.1.42:8123", "10.0.0.7:8123", "10.0.0.8:8123"));

        Scannable read = Scannable.parse(shown.text()).orElseThrow();

        assertEquals(code.plain(), read.code().plain());
        assertEquals(List.of("192.168.1.42:8123", "10.0.0.7:8123"), read.addresses());
        assertEquals(Optional.empty(), Scannable.parse("EPL1"));
        assertEquals(Optional.empty(), Scannable.parse("4006381333931"));
    }

    @Test
    void aProofFitsItsSceneAndNoOther() {
        PairingProof here = new PairingProof(code);
        PairingProof there = new PairingProof(PairingCode.parse(code.plain()).orElseThrow());
        PairingProof stranger = new PairingProof(PairingCode.random(new SecureRandom()));
        Scene scene = new Scene("a".repeat(64), "b".repeat(64), "1".repeat(32), "2".repeat(32));

        assertTrue(there.proves(here.of(Role.CLIENT, scene), Role.CLIENT, scene));
        assertFalse(there.proves(here.of(Role.CLIENT, scene), Role.SERVER, scene));
        assertFalse(stranger.proves(here.of(Role.CLIENT, scene), Role.CLIENT, scene));
        for (Scene other : List.of(
                new Scene("c".repeat(64), "b".repeat(64), "1".repeat(32), "2".repeat(32)),
                new Scene("a".repeat(64), "c".repeat(64), "1".repeat(32), "2".repeat(32)),
                new Scene("b".repeat(64), "a".repeat(64), "1".repeat(32), "2".repeat(32)),
                new Scene("a".repeat(64), "b".repeat(64), "3".repeat(32), "2".repeat(32)),
                new Scene("a".repeat(64), "b".repeat(64), "1".repeat(32), "3".repeat(32)))) {
            assertFalse(there.proves(here.of(Role.CLIENT, scene), Role.CLIENT, other));
        }
    }
}
