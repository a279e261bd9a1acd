package com.euphoriapos.secrets.file;

import com.euphoriapos.api.secret.SecretStore;
import java.nio.file.Path;

/** Opens the real secret files that the keychain falls back to. */
public final class FileSecrets {
    private FileSecrets() {}

    /** The secret files of that home. */
    public static SecretStore of(Path home) {
        return new FileSecretStore(home);
    }
}
