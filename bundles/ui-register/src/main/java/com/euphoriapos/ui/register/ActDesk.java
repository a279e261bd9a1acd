package com.euphoriapos.ui.register;

/** One open sheet of an act: what keys and fingers do in it. Screen's thread only. */
interface ActDesk {
    /** What it shows. */
    ActSheet sheet();

    /** A digit of the keyboard. */
    void digit(char digit);

    /** A digit of the sheet's own keys, which are the amount or the PIN and nothing else. */
    void pad(char digit);

    default void point() {}

    void backspace();

    void enter();

    /** A reason was chosen. */
    void reason(int index);

    /** Up and Down. */
    default void move(int places) {}

    /** Whether scans are taken while it is open; else they are heard to be held. */
    default boolean takesScans() {
        return false;
    }

    /** Enter or a digit would be too early: what was asked is being done. */
    boolean busy();

    /** It is given up, or over. */
    default void closed() {}

    /** A second went by. */
    default void tick() {}
}
