package com.euphoriapos.core.pin;

import java.util.ArrayList;
import java.util.List;

/** bcrypt at the least cost that the library takes, counting its checks. */
public final class CountingHashing implements PinHashing {
    private static final int CHEAP = 4;

    private final PinHashing bcrypt = new BcryptHashing();
    private final List<String> checked = new ArrayList<>();

    @Override
    public synchronized String hash(char[] pin, int cost) {
        return bcrypt.hash(pin, CHEAP);
    }

    @Override
    public synchronized boolean matches(char[] pin, String hash) {
        checked.add(hash);
        return bcrypt.matches(pin, hash.replaceFirst("\\$1\\d\\$", "\\$04\\$"));
    }

    /** The hashes that were checked since the last call. */
    public synchronized List<String> checked() {
        List<String> since = List.copyOf(checked);
        checked.clear();
        return since;
    }
}
