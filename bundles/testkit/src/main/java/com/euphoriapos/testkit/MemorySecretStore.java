package com.euphoriapos.testkit;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets in memory, which a test can lose or lock. Thread-safe. */
public final class MemorySecretStore implements SecretStore {
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();
    private volatile boolean locked;

    /** Loses everything. */
    public void lose() {
        secrets.clear();
    }

    /** From now on nothing can be read or kept, as with a keychain that is locked. */
    public void lock(boolean nowLocked) {
        locked = nowLocked;
    }

    @Override
    public Optional<byte[]> get(String name) {
        check(name);
        return Optional.ofNullable(secrets.get(name)).map(byte[]::clone);
    }

    @Override
    public void put(String name, byte[] secret) {
        check(name);
        secrets.put(name, secret.clone());
    }

    @Override
    public void remove(String name) {
        check(name);
        secrets.remove(name);
    }

    @Override
    public String degradedReason() {
        return "secrets are kept in memory";
    }

    private void check(String name) {
        if (locked) {
            throw new SecretException(name + " can't be reached", new IllegalStateException("the keychain is locked"));
        }
    }
}
