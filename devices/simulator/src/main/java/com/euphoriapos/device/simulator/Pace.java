package com.euphoriapos.device.simulator;

import java.time.Duration;

/**
 * How long the printer takes.
 *
 * @param line for a line
 * @param slowLine for a line while slow
 * @param answer how long the driver waits for the confirmation of a silent printer
 * @param turn how long a document waits until the one before it is printed
 */
record Pace(Duration line, Duration slowLine, Duration answer, Duration turn) {
    static final Pace REAL =
            new Pace(Duration.ofMillis(16), Duration.ofMillis(200), Duration.ofSeconds(3), Duration.ofSeconds(30));
}
