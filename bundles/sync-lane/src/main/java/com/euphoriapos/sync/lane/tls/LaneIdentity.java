package com.euphoriapos.sync.lane.tls;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** This lane's key and the certificate around it. Immutable; the key is never printed. */
public final class LaneIdentity {
    /** The one version that is spoken. */
    public static final String TLS = "TLSv1.3";

    /**
     * Ciphers, the preferred one first. The lane's Java runs with its first compiler only, which has no AES in hardware: AES takes there
     * more than four times as long as ChaCha20, and a good part of all the time that an event of another lane takes.
     */
    public static final List<String> SUITES =
            List.of("TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384");

    private final String node;
    private final KeyManager[] keys;

    private LaneIdentity(String node, KeyManager[] keys) {
        this.node = node;
        this.keys = keys;
    }

    /**
     * Takes the lane's key as it is kept.
     *
     * @param pkcs8 an EC key of curve P-256; not kept
     * @throws IllegalArgumentException when it is none
     */
    public static LaneIdentity of(byte[] pkcs8) {
        try {
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            PublicKey publicKey = PublicKeys.of((ECPrivateKey) key);
            X509Certificate certificate = SelfSigned.certificate(key, publicKey);
            return new LaneIdentity(Fingerprint.of(publicKey), keyManagers(key, certificate));
        } catch (GeneralSecurityException | IOException e) {
            // Without the cause: its text might hold bytes of the key.
            throw new IllegalArgumentException(
                    "the lane's key can't be used: " + e.getClass().getSimpleName());
        }
    }

    /**
     * Takes the lane's key from where it is kept; empty where there is none. May block.
     *
     * @throws SecretException when it can't be read
     * @throws IllegalArgumentException when it is no such key
     */
    public static Optional<LaneIdentity> kept(SecretStore secrets) {
        Optional<byte[]> pkcs8 = secrets.get(SecretStore.LANE_KEY);
        try {
            return pkcs8.map(LaneIdentity::of);
        } finally {
            pkcs8.ifPresent(key -> Arrays.fill(key, (byte) 0));
        }
    }

    private static KeyManager[] keyManagers(PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        char[] inMemoryOnly = {};
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, inMemoryOnly);
        store.setKeyEntry("lane", key, inMemoryOnly, new Certificate[] {certificate});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, inMemoryOnly);
        return factory.getKeyManagers();
    }

    /** The lane that holds this key. */
    public String node() {
        return node;
    }

    /** For connections on which this lane shows its key and {@code trust} judges the other's. */
    public SSLContext context(TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance(TLS);
            context.init(keys, new TrustManager[] {trust}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS 1.3 in this Java", e);
        }
    }
}
