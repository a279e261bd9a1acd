package com.euphoriapos.sync.lane;

/** Why somebody was turned away; counted, shown in the diagnostics. */
enum Refusal {
    UNKNOWN_KEY("unknown key"),
    HANDSHAKE("no TLS 1.3 handshake"),
    CROWD("too many connections"),
    SLOW("too slow"),
    ORIGIN("web page"),
    PATH("nothing there"),
    OVERSIZE("frame too large"),
    MALFORMED("malformed frame"),
    SILENT("silent"),
    CONGESTED("does not read"),
    CODE("wrong code");

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
