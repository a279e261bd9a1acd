package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.printer.escpos.status.PrinterState;

/**
 * What is known about the printer at a moment.
 *
 * @param contact how far it can be reached
 * @param state what its sensors said last
 */
record Snapshot(Contact contact, PrinterState state) {
    /** How far the printer can be reached. */
    enum Contact {
        /** Not tried yet. */
        UNKNOWN,
        /** No connection. */
        UNREACHABLE,
        /** Connected; it answered before and does not now. */
        SILENT,
        /** Connected; it never answered, or is set to be of that kind. */
        MUTE,
        /** Connected and answering. */
        ANSWERING
    }

    static final Snapshot UNTRIED = new Snapshot(Contact.UNKNOWN, PrinterState.IDLE);
}
