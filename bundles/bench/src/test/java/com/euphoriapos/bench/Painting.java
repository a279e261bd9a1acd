package com.euphoriapos.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Watches a display and finds out when what it shows in the end was there first. */
final class Painting {
    private static final long LOOK_EVERY_NANOS = 4_000_000;
    private static final long QUIET_NANOS = 1_500_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    /** A caret may blink: so many of a thousand pixels may differ from the last picture. */
    private static final int DIFFERENT_PER_MILLE = 5;

    private final Display display;
    private final List<int[]> pictures = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    Painting(Display display) {
        this.display = display;
        pictures.add(display.picture());
        times.add(System.nanoTime());
    }

    /** Looks until {@code there} holds and nothing has changed for a while; the time at which the last picture was first seen. */
    long awaitNanos(BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        boolean seen = false;
        while (System.nanoTime() < end) {
            int[] now = display.picture();
            if (!same(now, last())) {
                pictures.add(now);
                times.add(System.nanoTime());
            }
            seen = seen || there.getAsBoolean();
            if (seen && pictures.size() > 1 && System.nanoTime() - times.get(times.size() - 1) > QUIET_NANOS) {
                return firstLikeLast();
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        throw new IllegalStateException("nothing was shown");
    }

    private int[] last() {
        return pictures.get(pictures.size() - 1);
    }

    private long firstLikeLast() {
        int i = pictures.size() - 1;
        while (i > 1 && same(pictures.get(i - 1), last())) {
            i--;
        }
        return times.get(i);
    }

    private static boolean same(int[] one, int[] other) {
        int different = 0;
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                different++;
            }
        }
        return different * 1_000 <= DIFFERENT_PER_MILLE * one.length;
    }
}
