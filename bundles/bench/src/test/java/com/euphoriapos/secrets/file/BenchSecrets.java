package com.euphoriapos.secrets.file;

import com.euphoriapos.api.secret.SecretStore;
import java.nio.file.Path;

/** Opens the real secret files for benchmarks. */
public final class BenchSecrets {
    private BenchSecrets() {}

    /** The secrets of that home. */
    public static SecretStore of(Path home) {
        return new FileSecretStore(home);
    }
}
