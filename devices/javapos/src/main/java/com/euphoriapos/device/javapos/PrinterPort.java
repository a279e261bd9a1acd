package com.euphoriapos.device.javapos;

import jpos.JposException;

/** A receipt printer behind its connection. {@link #print} is called by one thread at a time; the rest from any. */
public interface PrinterPort extends DevicePort<PrinterPort.Status> {
    /** The state of the paper. */
    enum Paper {
        /** Enough. */
        OK,
        /** The end is near. */
        NEAR_END,
        /** None. */
        OUT
    }

    /**
     * What a printer's connection tells; a printer that reports nothing tells only its power.
     *
     * @param power whether it can be reached
     * @param coverOpen whether its cover is open
     * @param paper the receipt paper
     */
    record Status(PowerStatus power, boolean coverOpen, Paper paper) {}

    /** Whether a printed job is known to be on paper. */
    enum Outcome {
        /** The printer answered after the last byte of the job. */
        CONFIRMED,
        /** Everything was sent, but nothing confirms it. */
        UNCONFIRMED
    }

    /** What this printer can do; never changes. */
    PrinterTraits traits();

    /**
     * Prints the whole job and blocks until it is confirmed, or until everything was sent and confirmation can't be had.
     *
     * @throws JposException when it was not printed whole: {@link JposErrors#paperOut()}, {@link JposErrors#coverOpen()},
     *     {@link JposErrors#offline}, {@link JposErrors#failure} for a jam, {@link JposErrors#timeout}
     */
    Outcome print(PrintJob job) throws JposException;

    /** Gives up the job that is being printed, if there is one: its {@link #print} throws soon. */
    void cancel();
}
