package com.euphoriapos.secrets.keychain;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.secrets.file.FileSecrets;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** One start of a lane as far as its secrets go: a home, its files, a keychain. */
final class Lane implements AutoCloseable {
    private static final long START_MILLIS = 15_000;

    final SecretStore files;
    final KeychainSecretStore secrets;
    final HomeRecord record;
    final List<String> moves = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong ahead = new AtomicLong();
    private final Worker worker = new Worker();

    /** @param keychain makes the keychain from the home's id */
    Lane(Path home, Function<String, Keychain> keychain) throws IOException {
        this(home, 1_000, keychain);
    }

    Lane(Path home, long waitMillis, Function<String, Keychain> keychain) throws IOException {
        byte[] id = new byte[16];
        new SecureRandom().nextBytes(id);
        this.files = FileSecrets.of(home);
        this.record = new HomeRecord(home, HexFormat.of().formatHex(id));
        Patience patience =
                new Patience(waitMillis, START_MILLIS, System.nanoTime(), () -> System.nanoTime() + ahead.get());
        this.secrets = new KeychainSecretStore(
                files, keychain.apply(record.id()), record, worker, patience, (name, to) -> moves.add(name + " " + to));
    }

    /** The start is long ago: what does not answer now will not come in a moment. */
    Lane started() {
        ahead.addAndGet(START_MILLIS * 1_000_000);
        return this;
    }

    @Override
    public void close() {
        worker.stop(5_000);
    }
}
