package com.euphoriapos.device.javapos.adapter;

import com.euphoriapos.device.api.DeviceCondition;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;

/** What the errors of JavaPOS mean for the lane. */
final class JposTrouble {
    private JposTrouble() {}

    static DeviceCondition condition(JposException error) {
        return switch (error.getErrorCode()) {
            case JposConst.JPOS_E_EXTENDED -> extended(error.getErrorCodeExtended());
            case JposConst.JPOS_E_FAILURE -> DeviceCondition.MECHANICAL_ERROR;
            case JposConst.JPOS_E_TIMEOUT, JposConst.JPOS_E_BUSY -> DeviceCondition.SILENT;
            case JposConst.JPOS_E_ILLEGAL, JposConst.JPOS_E_NOEXIST -> DeviceCondition.MISCONFIGURED;
            default -> DeviceCondition.UNREACHABLE;
        };
    }

    private static DeviceCondition extended(int code) {
        return switch (code) {
            case POSPrinterConst.JPOS_EPTR_COVER_OPEN -> DeviceCondition.COVER_OPEN;
            case POSPrinterConst.JPOS_EPTR_REC_EMPTY -> DeviceCondition.PAPER_OUT;
            default -> DeviceCondition.MECHANICAL_ERROR;
        };
    }

    static String words(JposException error) {
        String message = error.getMessage();
        return message == null || message.isBlank() ? "JavaPOS error " + error.getErrorCode() : message;
    }
}
