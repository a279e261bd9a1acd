package com.euphoriapos.device.javapos;

import jpos.JposConst;

/** Whether the hardware can be reached. */
public enum PowerStatus {
    /** Nobody knows; also the state of a device that does not report. */
    UNKNOWN(JposConst.JPOS_PS_UNKNOWN),
    /** Powered and answering. */
    ONLINE(JposConst.JPOS_PS_ONLINE),
    /** Powered, but it does not answer or refuses to work. */
    OFFLINE(JposConst.JPOS_PS_OFFLINE),
    /** Off or unplugged; nobody can tell which. */
    OFF_OFFLINE(JposConst.JPOS_PS_OFF_OFFLINE);

    private final int code;

    PowerStatus(int code) {
        this.code = code;
    }

    /** The number that UnifiedPOS gives it. */
    public int code() {
        return code;
    }
}
