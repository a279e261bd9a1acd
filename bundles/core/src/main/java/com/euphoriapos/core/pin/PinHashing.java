package com.euphoriapos.core.pin;

import java.util.Optional;

/** The slow hash of PINs; a seam, so that a test can count its calls. Thread-safe. */
public interface PinHashing {
    /** The least cost that is ever used. */
    int COST_MIN = 10;
    /** Key of the lane's own data that keeps the cost found at the set-up. */
    String KEY_COST = "pin.cost";

    /** The cost of hashes from the value that the set-up stored; the least where there is none that can be used. */
    static int cost(Optional<String> stored) {
        return stored.filter(text -> text.matches("1[0-4]"))
                .map(Integer::parseInt)
                .orElse(COST_MIN);
    }

    /** The hash of a PIN; slow. */
    String hash(char[] pin, int cost);

    /** Whether the hash is of that PIN; slow. The hash is one that {@link PinHash#normalised} returned. */
    boolean matches(char[] pin, String hash);
}
