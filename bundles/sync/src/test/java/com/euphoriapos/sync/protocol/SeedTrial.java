package com.euphoriapos.sync.protocol;

import java.nio.file.Path;
import java.util.function.LongFunction;

/**
 * Plays a seed for somebody who has other classes of the same names: says what was wrong, or nothing.
 * The seeds of the simulation with stores are below zero.
 */
public final class SeedTrial implements LongFunction<String> {
    @Override
    public String apply(long seed) {
        try {
            if (seed < 0) {
                StoreSimulationTest.played(Path.of(System.getProperty("java.io.tmpdir")), -seed);
            } else {
                SimulationTest.played(seed);
            }
            return "";
        } catch (AssertionError wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }
}
