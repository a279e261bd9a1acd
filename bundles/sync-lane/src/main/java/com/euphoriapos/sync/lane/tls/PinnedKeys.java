package com.euphoriapos.sync.lane.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts keys, not names: whoever proves to hold a key that the predicate accepts is who they say. That they hold it is proved by TLS
 * itself, which has them sign the handshake. Thread-safe as far as the predicate is.
 */
public final class PinnedKeys extends X509ExtendedTrustManager {
    private static final X509Certificate[] NO_ISSUERS = {};

    private final Predicate<String> accepted;

    /** @param accepted whether the lane of that fingerprint may go on; returns at once */
    public PinnedKeys(Predicate<String> accepted) {
        this.accepted = accepted;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        if (!accepted.test(Fingerprint.of(chain[0].getPublicKey()))) {
            throw new CertificateException("not a key of this store");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NO_ISSUERS;
    }
}
