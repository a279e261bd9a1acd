package com.euphoriapos.device.javapos;

import jpos.JposException;

/** Calls that are expected to be refused. */
final class Refusals {
    private Refusals() {}

    /** A call of a service. */
    @FunctionalInterface
    interface Call {
        void run() throws JposException;
    }

    /** The error code with which the call is refused; 0 when it is not. */
    static int code(Call call) {
        try {
            call.run();
            return 0;
        } catch (JposException e) {
            return e.getErrorCode();
        }
    }

    /** The extended error code with which the call is refused; 0 when it is not. */
    static int extendedCode(Call call) {
        try {
            call.run();
            return 0;
        } catch (JposException e) {
            return e.getErrorCodeExtended();
        }
    }
}
