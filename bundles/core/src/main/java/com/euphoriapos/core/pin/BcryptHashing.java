package com.euphoriapos.core.pin;

import org.mindrot.jbcrypt.BCrypt;

/** bcrypt. The library takes only strings, so a copy of the PIN lives until the next collection; it is never kept. */
public final class BcryptHashing implements PinHashing {
    @Override
    public String hash(char[] pin, int cost) {
        return BCrypt.hashpw(new String(pin), BCrypt.gensalt(cost));
    }

    @Override
    public boolean matches(char[] pin, String hash) {
        return BCrypt.checkpw(new String(pin), hash);
    }
}
