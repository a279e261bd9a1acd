package com.euphoriapos.secrets.file;

import com.euphoriapos.api.secret.SecretStore;
import java.nio.file.Path;

/** Opens the real secret files for tests of their users. */
public final class RealSecrets {
    private RealSecrets() {}

    /** The secrets of that home. */
    public static SecretStore open(Path home) {
        return new FileSecretStore(home);
    }
}
