package com.euphoriapos.device.printer.escpos.encoder;

/** Commands that stand alone: drawer pulses, questions about the state, recovery. */
public final class Commands {
    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int ENQ = 0x05;
    private static final int DC4 = 0x14;
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    /** {@code ESC p} counts in steps of 2 ms. */
    private static final int PULSE_STEP_MILLIS = 2;
    /** {@code DLE DC4} counts in steps of 100 ms. */
    private static final int REALTIME_STEP_MILLIS = 100;

    private Commands() {}

    /** The connector pin of the drawer. */
    public enum DrawerPin {
        /** Drawer 1. */
        PIN_2,
        /** Drawer 2. */
        PIN_5
    }

    /** What {@code DLE EOT} can ask. */
    public enum Question {
        /** On-line state and drawer. */
        PRINTER(1),
        /** Why it is off-line. */
        OFFLINE_CAUSE(2),
        /** What error it has. */
        ERROR_CAUSE(3),
        /** What the paper sensors see. */
        PAPER(4);

        private final int number;

        Question(int number) {
            this.number = number;
        }

        /** The command's parameter. */
        public int number() {
            return number;
        }
    }

    /** Opens a drawer, in the order of the other commands. Pulse on 2 to 510 ms, off at least as long. */
    public static byte[] drawerPulse(DrawerPin pin, int onMillis, int offMillis) {
        int on = Math.max(1, Math.min(255, onMillis / PULSE_STEP_MILLIS));
        int off = Math.max(on, Math.min(255, offMillis / PULSE_STEP_MILLIS));
        if (on == DLE && off == DC4) {
            // The two parameters would read as the real-time pulse; two milliseconds more do no harm.
            off++;
        }
        return bytes(ESC, 'p', pin.ordinal(), on, off);
    }

    /** Opens a drawer at once, even while the printer is off-line; pulse of 100 to 800 ms. */
    public static byte[] drawerPulseNow(DrawerPin pin, int onMillis) {
        int steps = Math.max(1, Math.min(8, (onMillis + REALTIME_STEP_MILLIS - 1) / REALTIME_STEP_MILLIS));
        return bytes(DLE, DC4, 1, pin.ordinal(), steps);
    }

    /** Asks for the state at once, even while the printer is off-line; one byte comes back. */
    public static byte[] ask(Question question) {
        return bytes(DLE, EOT, question.number());
    }

    /** Recovers from an error and forgets what is not printed yet. */
    public static byte[] recoverAndClear() {
        return bytes(DLE, ENQ, 2);
    }

    /** Asks for the paper state in the order of the other commands: its answer means that all before it was processed. */
    public static byte[] confirm() {
        return bytes(GS, 'r', 1);
    }

    /** Ends whatever line a failed job left, resets, and cuts the torn piece off where there is a cutter. */
    public static byte[] endTornPiece(boolean cutter) {
        return cutter ? bytes(ESC, '@', 0x0A, GS, 'V', 66, 0) : bytes(ESC, '@', 0x0A);
    }

    /** Turns automatic status back on for every change, or off. */
    public static byte[] automaticStatus(boolean on) {
        return bytes(GS, 'a', on ? 0xFF : 0);
    }

    private static byte[] bytes(int... values) {
        byte[] command = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            command[i] = (byte) values[i];
        }
        return command;
    }
}
