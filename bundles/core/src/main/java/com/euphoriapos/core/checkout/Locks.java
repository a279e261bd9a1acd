package com.euphoriapos.core.checkout;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** Waiting for a lock, but not for ever. */
final class Locks {
    private Locks() {}

    /** Whether the lock was free within the time; it is the caller's then. */
    static boolean within(Lock lock, long millis) {
        try {
            return lock.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
