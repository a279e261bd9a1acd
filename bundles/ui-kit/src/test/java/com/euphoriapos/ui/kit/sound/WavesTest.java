package com.euphoriapos.ui.kit.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WavesTest {
    @Test
    void noToneIsLongerThanItMayBe() {
        for (Tone tone : Tone.values()) {
            assertTrue(tone.millis() <= 180, tone + " lasts " + tone.millis());
        }
    }

    @Test
    void wavesAreAsLongAsTheirNotesAndBeginSoftly() {
        byte[] wave = Waves.of(Tone.ADDED, 100);
        assertEquals(40 * Waves.SAMPLES_PER_SECOND / 1000 * 2, wave.length);
        assertEquals(0, wave[0]);
        assertEquals(0, wave[1]);
    }

    @Test
    void aMachineWithoutSoundStaysSilentAndWorks() {
        try (Sounds sounds = new Sounds(50)) {
            for (int i = 0; i < 100; i++) {
                sounds.accept(Tone.ADDED);
            }
        }
    }
}
