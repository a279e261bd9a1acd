package com.euphoriapos.ui.shell;

/**
 * The card where a PIN is typed. It never holds the PIN, only how many digits of it were typed.
 *
 * @param unlocking whether a PIN is asked for that unlocks the sign-in, and nobody signs in by it
 * @param prompt what is asked for
 * @param typed digits typed
 * @param said one sentence, mostly empty
 * @param trouble whether that sentence is one about something wrong
 * @param busy whether something is being checked
 * @param closed why no digits are taken, empty when they are
 * @param unlock whether somebody can ask to unlock now
 */
public record PinState(
        boolean unlocking,
        String prompt,
        int typed,
        String said,
        boolean trouble,
        boolean busy,
        String closed,
        Unlock unlock) {
    /** The way round a lock. */
    public enum Unlock {
        /** Nothing is locked. */
        NONE,
        /** A PIN may unlock it. */
        OFFERED,
        /** Too many PINs did not: only waiting helps. */
        SPENT
    }
}
