package com.euphoriapos.device.printer.escpos;

/** What settings are when nobody says otherwise. */
final class EscPosDefaults {
    static final String PROFILE = "epson-80";
    static final String DRAWER_PIN = "2";
    static final int DRAWER_PULSE_MILLIS = 120;
    static final int ANSWER_MILLIS = 1_000;
    static final int CONFIRM_MILLIS = 15_000;
    static final int LINGER_MILLIS = 10_000;
    static final int POLL_MILLIS = 5_000;

    private EscPosDefaults() {}
}
