package com.euphoriapos.device.api;

/** A single thing that a device reports about itself. */
public enum DeviceCondition {
    /** The connection is down; the driver keeps trying. */
    UNREACHABLE(Severity.ERROR, "not connected"),
    /** Connected, but it does not answer. */
    SILENT(Severity.ERROR, "does not answer"),
    /** No paper left; nothing prints until it is loaded. */
    PAPER_OUT(Severity.ERROR, "out of paper"),
    /** Paper near its end. */
    PAPER_LOW(Severity.WARNING, "paper low"),
    /** The cover is open; nothing prints until it is closed. */
    COVER_OPEN(Severity.ERROR, "cover open"),
    /** The cutter or another mechanism is stuck. */
    MECHANICAL_ERROR(Severity.ERROR, "mechanical error"),
    /** The drawer stands open. */
    DRAWER_OPEN(Severity.NOTICE, "drawer open"),
    /** The configuration is wrong; the detail says where. */
    MISCONFIGURED(Severity.ERROR, "wrong settings");

    /** How much it matters. */
    public enum Severity {
        /** Worth showing, nothing to do. */
        NOTICE,
        /** Soon something to do. */
        WARNING,
        /** The device can't serve now. */
        ERROR
    }

    private final Severity severity;
    private final String words;

    DeviceCondition(Severity severity, String words) {
        this.severity = severity;
        this.words = words;
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** A few lower-case words for a person. */
    public String words() {
        return words;
    }
}
