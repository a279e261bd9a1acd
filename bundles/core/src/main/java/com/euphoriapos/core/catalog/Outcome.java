package com.euphoriapos.core.catalog;

/** What was read, or why it was refused. */
sealed interface Outcome<T> {
    /** Read. */
    record Ok<T>(T value) implements Outcome<T> {}

    /** Refused; one sentence names the place. */
    record Refused<T>(String reason) implements Outcome<T> {}
}
