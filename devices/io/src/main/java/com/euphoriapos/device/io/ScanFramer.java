package com.euphoriapos.device.io;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a scanner's bytes into codes. A code ends at CR, LF, both, TAB or ETX, or when the scanner stays silent; STX is dropped;
 * empty codes are none. What grows beyond 4096 bytes is line noise and is dropped up to the next end. Not thread-safe: the
 * link's thread uses it.
 */
public final class ScanFramer {
    /** A silence this long ends the code of a scanner that sends no suffix. */
    public static final int IDLE_MILLIS = 90;

    /** No barcode is longer. */
    public static final int CODE_BYTES_MAX = 4_096;

    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;

    private final Consumer<byte[]> codes;
    private byte[] code = new byte[64];
    private int length;
    private boolean overflowing;
    private long overflows;

    /** @param codes takes each whole code */
    public ScanFramer(Consumer<byte[]> codes) {
        this.codes = codes;
    }

    /** Takes bytes in pieces of any size. */
    public void accept(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\r' || b == '\n' || b == '\t' || b == ETX) {
                end();
            } else if (b != STX) {
                append(b);
            }
        }
    }

    /** Whether a code has begun: then silence will end it. */
    public boolean pending() {
        return length > 0 || overflowing;
    }

    /** The scanner is silent: what has come is a whole code. */
    public void idle() {
        end();
    }

    /** The scanner is gone: what has come is part of a code and is dropped. True when there was something. */
    public boolean drop() {
        boolean partial = pending();
        length = 0;
        overflowing = false;
        return partial;
    }

    /** How often noise was dropped. */
    public long overflows() {
        return overflows;
    }

    private void append(byte b) {
        if (overflowing) {
            return;
        }
        if (length == CODE_BYTES_MAX) {
            overflowing = true;
            overflows++;
            length = 0;
            return;
        }
        if (length == code.length) {
            code = Arrays.copyOf(code, length * 2);
        }
        code[length++] = b;
    }

    private void end() {
        if (length > 0 && !overflowing) {
            byte[] whole = Arrays.copyOf(code, length);
            length = 0;
            codes.accept(whole);
        }
        length = 0;
        overflowing = false;
    }
}
