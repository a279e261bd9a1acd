package com.euphoriapos.ui.shell;

import java.util.List;

/**
 * Everything the change of one's own PIN shows; of the PINs only how many digits were typed.
 *
 * @param entry the one that digits go to
 * @param typed digits typed, one number for each entry
 * @param error one sentence, empty when nothing is wrong
 * @param busy whether the change is under way
 * @param done whether the PIN is changed
 */
public record ChangePinState(Entry entry, List<Integer> typed, String error, boolean busy, boolean done) {
    public ChangePinState {
        typed = List.copyOf(typed);
    }

    /** What is typed one after the other. */
    public enum Entry {
        OLD("Your PIN now"),
        NEW("New PIN"),
        AGAIN("New PIN again");

        private final String title;

        Entry(String title) {
            this.title = title;
        }

        /** What the screen calls it. */
        public String title() {
            return title;
        }
    }
}
