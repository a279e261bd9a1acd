package com.euphoriapos.ui.kit.sound;

/** Makes the sound of a tone: 16 bit, mono, little endian. */
final class Waves {
    static final int SAMPLES_PER_SECOND = 44_100;

    /** Soft ends, or the loudspeaker clicks. */
    private static final int FADE_SAMPLES = SAMPLES_PER_SECOND / 200;

    private Waves() {}

    static byte[] of(Tone tone, int volumePercent) {
        int samples = tone.notes().stream().mapToInt(Waves::samples).sum();
        byte[] wave = new byte[samples * 2];
        int at = 0;
        for (Tone.Note note : tone.notes()) {
            int length = samples(note);
            for (int i = 0; i < length; i++) {
                int value = sample(note, i, length) * volumePercent / 100;
                wave[at++] = (byte) value;
                wave[at++] = (byte) (value >> 8);
            }
        }
        return wave;
    }

    private static int samples(Tone.Note note) {
        return note.millis() * SAMPLES_PER_SECOND / 1000;
    }

    private static int sample(Tone.Note note, int index, int length) {
        int edge = Math.min(FADE_SAMPLES, Math.min(index, length - 1 - index));
        double fade = (double) edge / FADE_SAMPLES;
        double wave = Math.sin(2 * Math.PI * note.hertz() * index / SAMPLES_PER_SECOND);
        return (int) (wave * fade * note.strength() / 100 * Short.MAX_VALUE);
    }
}
