package com.euphoriapos.secrets.keychain;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.secrets.keychain.KeychainException.Kind;
import com.euphoriapos.secrets.keychain.Standing.State;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets in the keychain, and in the file store for as long as the keychain can't be reached. A secret is written to the keychain,
 * read back, and only then removed from the file; a secret that is in both is newer in the file, because it only gets there while
 * the keychain fails. So there is never a second truth. What was read once is kept in memory: a keychain that dies while the lane
 * runs keeps nobody from signing in. Thread-safe.
 */
final class KeychainSecretStore implements SecretStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeychainSecretStore.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final String PART = ".part";
    private static final long PAUSE_NANOS = 200_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final SecretStore files;
    private final Keychain keychain;
    private final HomeRecord record;
    private final Worker worker;
    private final Patience patience;
    private final BiConsumer<String, String> moved;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Object fileChange = new Object();
    private final Object telling = new Object();
    private volatile Standing standing = new Standing(State.EXPECTED, "it was not looked into yet");
    private volatile boolean enabled = true;
    private String told = "";

    /** @param moved hears the name of a secret and the kind of store that it was moved to */
    KeychainSecretStore(
            SecretStore files,
            Keychain keychain,
            HomeRecord record,
            Worker worker,
            Patience patience,
            BiConsumer<String, String> moved) {
        this.files = files;
        this.keychain = keychain;
        this.record = record;
        this.worker = worker;
        this.patience = patience;
        this.moved = moved;
        this.told = outlook();
    }

    /** Whether new secrets may go to the keychain. */
    void enable(boolean mayWrite) {
        enabled = mayWrite;
    }

    Standing standing() {
        return standing;
    }

    /** Whether all that is in the keychain was read, so that it may go away. */
    boolean knowsAll() {
        return known.keySet().containsAll(record.names());
    }

    boolean isInUse() {
        return !record.names().isEmpty();
    }

    @Override
    public Optional<byte[]> get(String name) {
        check(name);
        Optional<byte[]> newer = inFile(name);
        if (newer.isPresent() || !record.has(name)) {
            // Asked again: it may have been moved back into the file just now.
            return newer.isPresent() ? newer : inFile(name);
        }
        if (!known.containsKey(name) && !missing.contains(name)) {
            look(name);
        }
        byte[] value = known.get(name);
        if (value != null) {
            return Optional.of(value.clone());
        }
        if (missing.contains(name)) {
            return inFile(name);
        }
        Standing now = standing;
        throw new SecretException(
                "the secret " + name + " is in the keychain, but " + now.reason(),
                new IllegalStateException(now.reason()),
                true);
    }

    /** Looks into the keychain now; shortly after the start also again and again, because it may still be starting too. */
    private void look(String name) {
        long end = patience.nanoTime().getAsLong() + patience.waitMillis() * NANOS_PER_MILLI;
        long left = patience.waitMillis();
        while (left > 0) {
            try {
                refresh(left);
                return;
            } catch (KeychainException e) {
                LOG.debug("{} could not be read", name, e);
                if (!patience.isStarting() || Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            left = (end - patience.nanoTime().getAsLong()) / NANOS_PER_MILLI;
        }
    }

    /** Reads all from the keychain, removes what is to go from it, and finds how it stands; waits so long at most. */
    void refresh(long millis) throws KeychainException {
        visit(millis, visit -> {
            for (String name : record.gone()) {
                visit.remove(name);
                written(() -> record.removed(name));
            }
            for (String name : record.names()) {
                Optional<byte[]> value = visit.get(name);
                if (value.isPresent()) {
                    known.put(name, value.get());
                    missing.remove(name);
                } else {
                    if (missing.add(name) && inFile(name).isEmpty()) {
                        LOG.error("The keychain lost the secret {}", name);
                    }
                    known.remove(name);
                }
            }
        });
    }

    @Override
    public void put(String name, byte[] secret) {
        check(name);
        if (secret.length > BYTES_MAX) {
            throw new IllegalArgumentException(secret.length + " bytes are too many for a secret");
        }
        byte[] copy = secret.clone();
        if (enabled) {
            try {
                visit(patience.waitMillis(), visit -> keep(visit, name, copy));
                return;
            } catch (KeychainException e) {
                LOG.warn("The secret {} is kept in a file until the keychain can be used: {}", name, e.getMessage());
            }
        }
        synchronized (fileChange) {
            files.put(name, copy);
        }
        tell();
    }

    /** Into the keychain, read back, then out of the file where that has nothing newer. */
    private void keep(Keychain.Visit visit, String name, byte[] secret) throws KeychainException {
        written(() -> record.add(name));
        visit.put(name, secret);
        Optional<byte[]> back = visit.get(name);
        if (back.isEmpty() || !Arrays.equals(back.get(), secret)) {
            throw new KeychainException(Kind.FAILED, "the keychain does not give back what it was given", null);
        }
        synchronized (fileChange) {
            if (Thread.currentThread().isInterrupted()) {
                // Whoever asked has given up, and the file may have something newer by now.
                throw new KeychainException(Kind.FAILED, "the keychain took too long", null);
            }
            known.put(name, secret.clone());
            missing.remove(name);
            files.remove(name);
        }
    }

    /** Moves what the file store has into the keychain; waits so long at most. */
    void moveIn(long millis) throws KeychainException {
        Collection<String> names = new TreeSet<>(files.names());
        if (names.isEmpty()) {
            return;
        }
        visit(millis, visit -> {
            for (String name : names) {
                synchronized (fileChange) {
                    Optional<byte[]> value = inFile(name);
                    if (value.isEmpty()) {
                        continue;
                    }
                    Optional<byte[]> older = record.has(name) ? visit.get(name) : Optional.empty();
                    keep(visit, name, value.get());
                    if (older.isPresent() && !Arrays.equals(older.get(), value.get())) {
                        LOG.warn("The keychain had another {}; the newer one from the file took its place", name);
                    }
                }
                LOG.info("Moved the secret {} from its file into the keychain", name);
                moved.accept(name, KIND_KEYCHAIN);
            }
        });
    }

    /** Moves all back into the file store and leaves the keychain; waits so long at most. */
    void moveOut(long millis) throws KeychainException {
        visit(millis, visit -> {
            for (String name : record.names()) {
                synchronized (fileChange) {
                    Optional<byte[]> value = inFile(name).isPresent() ? Optional.empty() : visit.get(name);
                    value.ifPresent(secret -> files.put(name, secret));
                    written(() -> record.forget(name));
                }
                known.remove(name);
                missing.remove(name);
                visit.remove(name);
                written(() -> record.removed(name));
                LOG.info("Moved the secret {} from the keychain into its file", name);
                moved.accept(name, KIND_FILE);
            }
        });
    }

    @Override
    public void remove(String name) {
        check(name);
        synchronized (fileChange) {
            files.remove(name);
        }
        if (record.has(name)) {
            try {
                written(() -> record.forget(name));
                known.remove(name);
                missing.remove(name);
                refresh(patience.waitMillis());
            } catch (KeychainException e) {
                LOG.warn("The secret {} will be removed from the keychain later: {}", name, e.getMessage());
            }
        }
        tell();
    }

    @Override
    public Presence presence(String name) {
        check(name);
        if (files.presence(name) == Presence.HERE || known.containsKey(name)) {
            return Presence.HERE;
        }
        if (!record.has(name)) {
            return files.presence(name) == Presence.HERE ? Presence.HERE : Presence.GONE;
        }
        if (missing.contains(name)) {
            return Presence.GONE;
        }
        boolean expected = standing.state() == State.EXPECTED || patience.isStarting();
        return expected ? Presence.HERE : Presence.UNREACHABLE;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>(files.names());
        record.names().stream().filter(name -> !missing.contains(name)).forEach(names::add);
        return names;
    }

    @Override
    public String degradedReason() {
        Standing now = standing;
        if (now.state() != State.CLOSED) {
            return "";
        }
        String rest = knowsAll() ? "PINs work until this program ends." : "Nobody can sign in until it can be used.";
        return "The keychain can't be used: " + now.reason() + ". " + rest;
    }

    @Override
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** Something to do in an open keychain. */
    private interface Errand {
        void run(Keychain.Visit visit) throws KeychainException;
    }

    private void visit(long millis, Errand errand) throws KeychainException {
        try {
            worker.ask(
                    () -> {
                        try (Keychain.Visit visit = keychain.open()) {
                            errand.run(visit);
                        }
                        return Boolean.TRUE;
                    },
                    millis);
            stands(new Standing(State.OPEN, ""));
        } catch (KeychainException e) {
            // Who is interrupted is being stopped: that says nothing about the keychain.
            if (!Thread.currentThread().isInterrupted()) {
                stands(new Standing(State.CLOSED, String.valueOf(e.getMessage())));
            }
            throw e;
        } finally {
            tell();
        }
    }

    private void stands(Standing now) {
        Standing before = standing;
        standing = now;
        if (!now.equals(before) && (isInUse() || now.state() == State.OPEN)) {
            if (now.state() == State.OPEN) {
                LOG.info("The keychain of this machine is in use");
            } else {
                LOG.warn("The keychain can't be used: {}", now.reason());
            }
        }
    }

    /** A change of the record that must be on the disk before the next step. */
    private interface RecordChange {
        void run() throws IOException;
    }

    private static void written(RecordChange change) throws KeychainException {
        try {
            change.run();
        } catch (IOException e) {
            throw new KeychainException(Kind.FAILED, HomeRecord.FILE + " can't be written", e);
        }
    }

    /** What the file has; what the file store knows to be in the keychain is not in it. */
    private Optional<byte[]> inFile(String name) {
        try {
            return files.get(name);
        } catch (SecretException e) {
            if (e.isUnreachable()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void tell() {
        synchronized (telling) {
            String now = outlook();
            if (now.equals(told)) {
                return;
            }
            told = now;
        }
        for (Listener listener : listeners) {
            try {
                listener.secretsChanged();
            } catch (RuntimeException e) {
                LOG.error("A listener of the secrets failed", e);
            }
        }
    }

    /** All that others can see, without the secrets. */
    private String outlook() {
        Map<String, Presence> all = new TreeMap<>();
        Set<String> names = new TreeSet<>(record.names());
        names.addAll(files.names());
        names.forEach(name -> all.put(name, presence(name)));
        return standing + " " + all;
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches() || name.endsWith(PART)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a secret");
        }
    }
}
