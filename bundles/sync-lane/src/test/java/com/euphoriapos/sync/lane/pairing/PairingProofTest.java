package com.euphoriapos.sync.lane.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.sync.lane.pairing.PairingProof.Role;
import com.euphoriapos.sync.lane.pairing.PairingProof.Scene;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PairingProofTest {
    private static final PairingCode CODE =
            PairingCode.parse("012345-6789AB-CDEFYW").orElseThrow();
    private static final Scene SCENE = new Scene("a".repeat(64), "b".repeat(64), "c".repeat(32), "d".repeat(32));

    private final PairingProof proof = new PairingProof(CODE);

    /** What docs/sync-protocol.md gives to try another implementation by; computed without this one. */
    @Test
    void givesWhatIsWrittenDown() {
        assertEquals("00443214c74254b635cf", HexFormat.of().formatHex(CODE.secret()));
        assertEquals("8bb85d2c52762678c3a2aa831bda12797d5a05b5b039060dbe6ffd134aef2584", proof.of(Role.CLIENT, SCENE));
        assertEquals("48bcf6073025de52a8e6cfce359049a16c343cc2b1a49a23bb8ec393037e0e5e", proof.of(Role.SERVER, SCENE));
    }

    @Test
    void fitsOneSceneOnly() {
        String right = proof.of(Role.CLIENT, SCENE);
        assertTrue(proof.proves(right, Role.CLIENT, SCENE));
        assertFalse(proof.proves(right, Role.SERVER, SCENE), "nobody's proof is sent back to them");
        Scene between = new Scene(SCENE.client(), "e".repeat(64), SCENE.clientNonce(), SCENE.serverNonce());
        assertFalse(proof.proves(right, Role.CLIENT, between));
    }
}
