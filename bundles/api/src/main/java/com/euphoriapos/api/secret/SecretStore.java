package com.euphoriapos.api.secret;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps secrets outside the database. The provider of the highest service ranking is used; it may change while the lane runs, so
 * hold it by a dynamic reference. Thread-safe; methods may touch the disk or wait for the system's keychain, some seconds at most:
 * not on the event thread.
 */
@ConsumerType
public interface SecretStore {
    /** Service property: {@link #KIND_FILE} or {@link #KIND_KEYCHAIN}. */
    String PROPERTY_KIND = "secrets.kind";
    /** Secrets in files of the lane's home. */
    String KIND_FILE = "file";
    /** Secrets in the keychain of the operating system. */
    String KIND_KEYCHAIN = "keychain";
    /** Name of the key that PIN look-ups are made with. */
    String PEPPER = "store.pepper";
    /** Name of the lane's private key, PKCS#8. */
    String LANE_KEY = "lane.key";
    /** Name of the token that the cloud gave this lane. */
    String CLOUD_TOKEN = "cloud.token";
    /** The longest secret, in bytes: a keychain is for keys, and that of Windows takes no more. */
    int BYTES_MAX = 768;

    /**
     * The secret of that name, a copy that the caller may wipe; empty where there is none.
     *
     * @throws SecretException when it can't be told
     */
    Optional<byte[]> get(String name);

    /**
     * Keeps a secret durably; replaces an older one.
     *
     * @param name lower case letters, digits, dots, dashes and underscores, 64 at most, beginning with a letter or digit
     * @param secret at most {@link #BYTES_MAX} bytes
     * @throws IllegalArgumentException when the name or the size is none
     * @throws SecretException when it can't be kept
     */
    void put(String name, byte[] secret);

    /** Forgets a secret; nothing happens where there is none. */
    void remove(String name);

    /** Why this provider is weaker than the operating system's keychain, for the diagnostics; empty when it is not. */
    String degradedReason();

    /** What is known about a secret without waiting for anything. */
    enum Presence {
        /** It is kept, or expected to be: a keychain that was not looked into yet has what was put there. */
        HERE,
        /** It is not kept; where it once was, it is lost. */
        GONE,
        /** It is kept somewhere that can't be reached now. It may come back by itself. */
        UNREACHABLE
    }

    /** Where a secret stands, at once. Listeners hear of changes that nobody asked for. */
    default Presence presence(String name) {
        try {
            return get(name).isPresent() ? Presence.HERE : Presence.GONE;
        } catch (SecretException e) {
            return Presence.UNREACHABLE;
        }
    }

    /** Names of the secrets that are kept here. */
    default Set<String> names() {
        return Set.of();
    }

    default void addListener(Listener listener) {}

    default void removeListener(Listener listener) {}

    /** Hears that secrets appeared, were lost, or can or can't be reached any longer; on any thread, return soon. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void secretsChanged();
    }
}
