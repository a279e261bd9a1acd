package com.euphoriapos.core.pin;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.store.Store;
import java.util.Optional;

/**
 * Makes what is stored of a PIN or a badge.
 *
 * @param checks knows the lane's pepper
 */
public record PinMaker(Store store, PinCheck checks, PinHashing hashing) {
    /**
     * What is stored of a PIN; hashes it, which is slow. Empty when the lane has lost its secrets. The array is the caller's to wipe.
     *
     * @throws SecretException when the secret store can't be read
     */
    public Optional<Made> pin(char[] pin) {
        return checks.withPepper(pepper -> PinLookup.of(pepper, pin)).map(lookup -> {
            int cost = PinHashing.cost(store.read(handle -> handle.lane().get(PinHashing.KEY_COST)));
            return new Made(lookup, hashing.hash(pin, cost), pin.length);
        });
    }

    /**
     * The look-up of a badge's plain code. Empty when the lane has lost its secrets.
     *
     * @throws SecretException when the secret store can't be read
     */
    public Optional<String> badge(String code) {
        return checks.withPepper(pepper -> PinLookup.ofBadge(pepper, code));
    }

    /**
     * What is stored of a PIN.
     *
     * @param lookup hex of the keyed hash
     * @param hash bcrypt
     * @param length digits
     */
    public record Made(String lookup, String hash, int length) {
        /** Without the hashes: a log must never hold them. */
        @Override
        public String toString() {
            return "Made[" + length + " digits]";
        }
    }
}
