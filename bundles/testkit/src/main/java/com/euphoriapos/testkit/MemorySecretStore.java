package com.euphoriapos.testkit;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Secrets in memory, which a test can lose or lock. Thread-safe. */
public final class MemorySecretStore implements SecretStore {
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean locked;

    /** Loses everything. */
    public void lose() {
        secrets.clear();
        tell();
    }

    /** From now on nothing can be read or kept, as with a keychain that is locked. */
    public void lock(boolean nowLocked) {
        locked = nowLocked;
        tell();
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
        tell();
    }

    @Override
    public void remove(String name) {
        check(name);
        secrets.remove(name);
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(secrets.keySet());
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public String degradedReason() {
        return "secrets are kept in memory";
    }

    private void tell() {
        listeners.forEach(Listener::secretsChanged);
    }

    private void check(String name) {
        if (locked) {
            throw new SecretException(
                    name + " can't be reached", new IllegalStateException("the keychain is locked"), true);
        }
    }
}
