package com.euphoriapos.device.printer.escpos.status;

import com.euphoriapos.device.printer.escpos.status.StatusReply.Automatic;
import com.euphoriapos.device.printer.escpos.status.StatusReply.Processed;
import com.euphoriapos.device.printer.escpos.status.StatusReply.RealTime;
import com.euphoriapos.device.printer.escpos.status.StatusReply.Unknown;
import java.util.Optional;

/**
 * Splits the bytes of a printer into replies. Fixed bits tell the kinds apart; only the three later bytes of an automatic status
 * look like the answer to {@code GS r}, so the parser remembers that it is inside one. Flow control (XON, XOFF) may stand
 * between any two bytes and is dropped.
 */
public final class StatusParser {
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;

    private final int[] automatic = new int[4];
    private int automaticLength;

    /** Takes one byte; gives the reply that it ends. */
    public Optional<StatusReply> accept(int octet) {
        int value = octet & 0xFF;
        if (value == XON || value == XOFF) {
            return Optional.empty();
        }
        if ((value & 0x93) == 0x10) {
            // The first byte of an automatic status; an unfinished one before it lost bytes and is forgotten.
            automatic[0] = value;
            automaticLength = 1;
            return Optional.empty();
        }
        if ((value & 0x93) == 0x12) {
            return Optional.of(new RealTime(value));
        }
        if ((value & 0x90) == 0) {
            return plain(value);
        }
        automaticLength = 0;
        return Optional.of(new Unknown(value));
    }

    /** Forgets a half-read status, after the connection was made anew. */
    public void reset() {
        automaticLength = 0;
    }

    private Optional<StatusReply> plain(int value) {
        if (automaticLength == 0) {
            return Optional.of(new Processed(value));
        }
        automatic[automaticLength++] = value;
        if (automaticLength < automatic.length) {
            return Optional.empty();
        }
        automaticLength = 0;
        return Optional.of(new Automatic(automatic[0], automatic[1], automatic[2], automatic[3]));
    }
}
