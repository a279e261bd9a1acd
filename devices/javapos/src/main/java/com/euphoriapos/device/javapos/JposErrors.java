package com.euphoriapos.device.javapos;

import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.jspecify.annotations.Nullable;

/** The exceptions that UnifiedPOS names, with sentences that a support technician understands. */
public final class JposErrors {
    private JposErrors() {}

    /** The device was not opened. */
    public static JposException closed() {
        return new JposException(JposConst.JPOS_E_CLOSED, "the device is not open");
    }

    /** Somebody else holds the device. */
    public static JposException claimedByAnother(String resource) {
        return new JposException(JposConst.JPOS_E_CLAIMED, resource + " is claimed by another program or service");
    }

    /** The device needs a claim first. */
    public static JposException notClaimed() {
        return new JposException(JposConst.JPOS_E_NOTCLAIMED, "the device is not claimed");
    }

    /** The device needs to be enabled first. */
    public static JposException disabled() {
        return new JposException(JposConst.JPOS_E_DISABLED, "the device is not enabled");
    }

    /** An argument or a call that this device does not allow. */
    public static JposException illegal(String reason) {
        return new JposException(JposConst.JPOS_E_ILLEGAL, reason);
    }

    /** The hardware is not there. */
    public static JposException noHardware(String reason) {
        return new JposException(JposConst.JPOS_E_NOHARDWARE, reason);
    }

    /** The hardware was there and is gone or switched off. */
    public static JposException offline(String reason) {
        return new JposException(JposConst.JPOS_E_OFFLINE, reason);
    }

    /** The hardware is connected and powered, but can't do it; a jam, for example. */
    public static JposException failure(String reason, @Nullable Exception cause) {
        return cause == null
                ? new JposException(JposConst.JPOS_E_FAILURE, reason)
                : new JposException(JposConst.JPOS_E_FAILURE, reason, cause);
    }

    /** It took too long. */
    public static JposException timeout(String reason) {
        return new JposException(JposConst.JPOS_E_TIMEOUT, reason);
    }

    /** It works on something else just now. */
    public static JposException busy(String reason) {
        return new JposException(JposConst.JPOS_E_BUSY, reason);
    }

    /** A printer's cover is open. */
    public static JposException coverOpen() {
        return new JposException(
                JposConst.JPOS_E_EXTENDED, POSPrinterConst.JPOS_EPTR_COVER_OPEN, "the printer's cover is open");
    }

    /** A printer has no receipt paper. */
    public static JposException paperOut() {
        return new JposException(
                JposConst.JPOS_E_EXTENDED, POSPrinterConst.JPOS_EPTR_REC_EMPTY, "the printer is out of paper");
    }
}
