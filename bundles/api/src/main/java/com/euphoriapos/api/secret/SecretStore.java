package com.euphoriapos.api.secret;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Keeps secrets outside the database. The provider of the highest service ranking is used. Thread-safe; may touch the disk. */
@ConsumerType
public interface SecretStore {
    /** Name of the key that PIN look-ups are made with. */
    String PEPPER = "store.pepper";
    /** Name of the lane's private key, PKCS#8. */
    String LANE_KEY = "lane.key";

    /**
     * The secret of that name, a copy that the caller may wipe; empty where there is none.
     *
     * @throws SecretException when it can't be told
     */
    Optional<byte[]> get(String name);

    /** Keeps a secret durably; replaces an older one. */
    void put(String name, byte[] secret);

    /** Forgets a secret. */
    void remove(String name);

    /** Why this provider is weaker than the operating system's keychain, for the diagnostics; empty when it is not. */
    String degradedReason();
}
