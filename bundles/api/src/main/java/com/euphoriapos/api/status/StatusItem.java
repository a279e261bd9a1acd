package com.euphoriapos.api.status;

/**
 * One chip of the lane bar, one line of {@code pos:status}.
 *
 * @param id stable name, such as {@code printer}
 * @param level how it stands
 * @param text a few words: the thing when all is well ("Printer"), the trouble when not ("Printer absent, 2 waiting")
 * @param detail one sentence on what it means and what to do; empty when all is well
 */
public record StatusItem(String id, Level level, String text, String detail) {
    /** Id of the item that says why the store can't be opened; the window shows it in place of everything. */
    public static final String STORE_SHUT = "store-shut";

    /** How it stands. */
    public enum Level {
        /** Fine. */
        OK,
        /** Nothing to do, not in use: shown quietly or not at all. */
        OFF,
        /** Soon something to do. */
        WARN,
        /** Something to do now. */
        DANGER
    }
}
