package com.euphoriapos.ui.kit.sound;

import java.util.List;

/** What is heard, and when: at most 180 ms each. */
public enum Tone {
    /** An item was added: one tick. */
    ADDED(new Note(1800, 40, 70)),
    /** One of several must be chosen: two rising. */
    CHOOSE(new Note(900, 60, 70), new Note(1350, 80, 70)),
    /** Nobody knows this code: two low ones. */
    UNKNOWN(new Note(300, 80, 100), new Note(0, 20, 0), new Note(300, 80, 100)),
    /** A dialog is open; the scan is kept: one dull. */
    HELD(new Note(600, 90, 55)),
    /** Somebody must approve: a soft chime. */
    APPROVAL(new Note(880, 60, 45), new Note(1109, 60, 45), new Note(1319, 60, 40));

    private final List<Note> notes;

    Tone(Note... notes) {
        this.notes = List.of(notes);
    }

    List<Note> notes() {
        return notes;
    }

    int millis() {
        return notes.stream().mapToInt(Note::millis).sum();
    }

    /**
     * A part of a tone.
     *
     * @param hertz 0 for a pause
     * @param strength percent
     */
    record Note(int hertz, int millis, int strength) {}
}
