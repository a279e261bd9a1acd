package com.euphoriapos.store.sqlite;

import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * How the store works; only tests deviate from {@link #of}.
 *
 * @param file the database
 * @param clock gives the time of the event log and of new epochs
 * @param freeBytes room left on the disk
 * @param warnBytes below so much free room the health check warns
 * @param stopBytes below so much free room nothing is written
 * @param ballastBytes size of the file that is given up when the disk is full; 0 for none
 * @param readers connections that read, at most
 * @param stopWithin how long writes in flight may take when the store stops
 * @param faults what tests make go wrong
 * @param random gives the names of new epochs
 */
record SqliteSettings(
        Path file,
        Clock clock,
        LongSupplier freeBytes,
        long warnBytes,
        long stopBytes,
        long ballastBytes,
        int readers,
        Duration stopWithin,
        Faults faults,
        RandomGenerator random) {
    private static final long MEGABYTE = 1_000_000;

    SqliteSettings {
        if (stopBytes > warnBytes || ballastBytes < 0 || readers < 1) {
            throw new IllegalArgumentException("store settings out of range");
        }
    }

    /** The product's settings. */
    static SqliteSettings of(Path home, Clock clock) {
        File folder = home.toFile();
        return new SqliteSettings(
                home.resolve("pos.sqlite"),
                clock,
                folder::getUsableSpace,
                1_000 * MEGABYTE,
                200 * MEGABYTE,
                64 * MEGABYTE,
                4,
                Duration.ofSeconds(10),
                Faults.NONE,
                new SecureRandom());
    }

    SqliteSettings withFaults(Faults newFaults) {
        return new SqliteSettings(
                file, clock, freeBytes, warnBytes, stopBytes, ballastBytes, readers, stopWithin, newFaults, random);
    }

    SqliteSettings withRoom(LongSupplier newFreeBytes, long newBallastBytes) {
        return new SqliteSettings(
                file, clock, newFreeBytes, warnBytes, stopBytes, newBallastBytes, readers, stopWithin, faults, random);
    }

    SqliteSettings withReaders(int newReaders, Duration newStopWithin) {
        return new SqliteSettings(
                file, clock, freeBytes, warnBytes, stopBytes, ballastBytes, newReaders, newStopWithin, faults, random);
    }

    SqliteSettings withRandom(RandomGenerator newRandom) {
        return new SqliteSettings(
                file, clock, freeBytes, warnBytes, stopBytes, ballastBytes, readers, stopWithin, faults, newRandom);
    }
}
