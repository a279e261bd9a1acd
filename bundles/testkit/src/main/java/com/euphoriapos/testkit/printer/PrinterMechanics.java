package com.euphoriapos.testkit.printer;

/** What the commands of a printer move. Called in the order of the bytes. */
public interface PrinterMechanics {
    /** A line went onto the paper. */
    void printed(PrintedLine line);

    /** The paper was cut. */
    void cut();

    /** A pulse went to drawer pin 2 or 5. */
    void pulse(int pin, int onMillis);

    /** {@code GS r n} was reached. */
    void transmitStatus(int n);

    /** {@code GS a n} was reached. */
    void automaticStatus(int mask);

    /** A byte or command that this printer does not have, or that a real one would print wrong. */
    void problem(String description);
}
