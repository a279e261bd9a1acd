package com.euphoriapos.device.printer.escpos.status;

/** Something a printer sent. */
public sealed interface StatusReply {
    /** The answer to {@code DLE EOT n}; which question it answers, only the asker knows. */
    record RealTime(int value) implements StatusReply {}

    /** Automatic status back: four bytes on each change. */
    record Automatic(int first, int second, int third, int fourth) implements StatusReply {}

    /** The answer to {@code GS r n}, given when all commands before it were processed. */
    record Processed(int value) implements StatusReply {}

    /** A byte that no rule explains: a clone's habit or noise on the wire. */
    record Unknown(int value) implements StatusReply {}
}
