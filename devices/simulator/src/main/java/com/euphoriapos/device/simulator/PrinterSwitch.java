package com.euphoriapos.device.simulator;

/** What a person can do to the printer, or what can befall it. */
public enum PrinterSwitch {
    /** Switched off. */
    OFF("Off"),
    /** The roll is at its end. */
    PAPER_OUT("Paper out"),
    /** The roll is near its end. */
    PAPER_LOW("Paper low"),
    /** The cover is up. */
    COVER_OPEN("Cover open"),
    /** It takes data and never answers. */
    SILENT("Silent"),
    /** It prints line by line, slowly enough to watch. */
    SLOW("Slow");

    private final String words;

    PrinterSwitch(String words) {
        this.words = words;
    }

    /** Its label. */
    public String words() {
        return words;
    }
}
