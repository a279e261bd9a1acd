package com.euphoriapos.core.pin;

import java.util.Optional;
import java.util.regex.Pattern;

/** The text form of bcrypt hashes. */
public final class PinHash {
    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-9])\\$[./A-Za-z0-9]{53}");
    // Salt and digest of nobody's PIN: 22 and 31 characters of bcrypt's alphabet.
    private static final String NOBODY = "euphoriaposdummysaltu." + "nobodyhasthispinsoitneverfits..";

    private PinHash() {}

    /**
     * The hash in the form that the library takes; empty when it is malformed. {@code $2b$} and {@code $2y$} are the same
     * algorithm for PINs.
     */
    public static Optional<String> normalised(String hash) {
        return FORM.matcher(hash).matches() ? Optional.of("$2a" + hash.substring(3)) : Optional.empty();
    }

    /** A hash that no PIN has and that costs as much to check. */
    public static String ofNobody(int cost) {
        return "$2a$" + (cost < 10 ? "0" : "") + cost + "$" + NOBODY;
    }
}
