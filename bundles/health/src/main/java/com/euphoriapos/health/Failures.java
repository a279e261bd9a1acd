package com.euphoriapos.health;

import org.jspecify.annotations.Nullable;

/** Finds the sentence that matters in the printed stack trace of a failed activation. Pure. */
final class Failures {
    private static final String CAUSE = "Caused by: ";

    private Failures() {}

    /** The message of the innermost cause, without its class where there is a message. */
    static String reason(@Nullable String stackTrace) {
        if (stackTrace == null || stackTrace.isBlank()) {
            return "it failed to start; the log says why";
        }
        int cause = stackTrace.lastIndexOf(CAUSE);
        String rest = cause < 0 ? stackTrace : stackTrace.substring(cause + CAUSE.length());
        String line = rest.lines().findFirst().orElse("").strip();
        int colon = line.indexOf(": ");
        boolean named = colon > 0 && line.substring(0, colon).matches("[\\w.$]+");
        return named ? line.substring(colon + 2) : line;
    }
}
