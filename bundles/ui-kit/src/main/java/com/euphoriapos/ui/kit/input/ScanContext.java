package com.euphoriapos.ui.kit.input;

/** Who gets scans now. One at a time, in order. Event thread only. */
public interface ScanContext {
    /** Name for logs, such as {@code "sale"}. */
    String name();

    /** What to do with the next scan, asked right before it would be given. */
    default Intake intake() {
        return Intake.TAKE;
    }

    /**
     * Takes one scan. The next one comes after {@code done} was run, on whichever thread; work that takes longer runs
     * it when it is finished. Running it twice is harmless.
     */
    void scan(ScanInput input, Runnable done);

    /**
     * Whether the scan is text for the field that has the focus, asked before {@link #intake}: it was typed by somebody quick, or
     * scanned to fill a form. Where no field has the focus, or one for secrets, {@link #scan} gets it all the same.
     */
    default boolean leavesToField(ScanInput input) {
        return false;
    }

    /**
     * Whether Enter does nothing while scans wait: it might be a scanner's terminator, or complete money that they still change. A
     * context that keeps scans out until somebody has typed something to its end says no.
     */
    default boolean holdsEnter() {
        return true;
    }

    /** How many scans wait behind the one being handled; called on each change. */
    default void waiting(int scans) {}

    /** An answer to a scan that comes in. */
    enum Intake {
        /** Give it to me. */
        TAKE,
        /** Keep it for whoever comes after me; the router sounds the dull tone once per scan. */
        HOLD,
        /** Keep it silently: I shall take it when my question is answered. */
        QUEUE
    }
}
