package com.euphoriapos.ui.register;

/** The scans behind the one being handled, as far as a screen cares. Screen's thread only. */
public interface Scans {
    /** Nothing ever waits. */
    Scans NONE = new Scans() {
        @Override
        public int waiting() {
            return 0;
        }

        @Override
        public void resume() {}
    };

    /** How many wait. */
    int waiting();

    /** A screen that kept them waiting takes them again. */
    void resume();
}
