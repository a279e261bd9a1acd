package com.euphoriapos.device.javapos;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The application's answer to an error event, for which the printing thread waits. */
final class ErrorAnswer {
    /** Between two tries of a job; without it a printer without paper would be asked as fast as the processor can. */
    private static final long RETRY_PAUSE_MILLIS = 1_000;

    private @Nullable Boolean retry;

    synchronized void give(boolean tryAgain) {
        retry = tryAgain;
        notifyAll();
    }

    /** Waits for the answer while the printer runs; a retry also waits a second. */
    synchronized boolean await(BooleanSupplier running) {
        try {
            while (retry == null && running.getAsBoolean()) {
                wait(100);
            }
            boolean again = Boolean.TRUE.equals(retry) && running.getAsBoolean();
            long until = System.nanoTime() + RETRY_PAUSE_MILLIS * 1_000_000;
            while (again && running.getAsBoolean() && System.nanoTime() - until < 0) {
                wait(50);
            }
            return again && running.getAsBoolean();
        } catch (InterruptedException e) {
            return false;
        }
    }
}
