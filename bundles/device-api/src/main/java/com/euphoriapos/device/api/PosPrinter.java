package com.euphoriapos.device.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A receipt printer. */
@ConsumerType
public interface PosPrinter extends Device {
    /** What became of a document that was sent whole. */
    enum Outcome {
        /** The printer confirmed that it printed everything. */
        CONFIRMED,
        /** Everything was sent, but the printer does not confirm. */
        UNCONFIRMED
    }

    /**
     * Prints the whole document as one unit and blocks until the printer confirms it or a bounded time has passed.
     * Never on the event thread.
     *
     * @throws DeviceException when it was not printed whole; part of it may be on the paper
     */
    Outcome print(ReceiptDocument document);

    /** Columns of text in the normal font, such as 42 or 48. */
    int columns();
}
