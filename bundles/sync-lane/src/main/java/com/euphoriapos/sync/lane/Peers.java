package com.euphoriapos.sync.lane;

import com.euphoriapos.sync.lane.tls.Fingerprint;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.eclipse.jetty.io.EndPoint;

/** Whom TLS has proved the other end of a connection to be. */
final class Peers {
    private Peers() {}

    static Optional<String> of(EndPoint endPoint) {
        EndPoint.SslSessionData data = endPoint.getSslSessionData();
        X509Certificate[] chain = data == null ? null : data.peerCertificates();
        return chain == null || chain.length == 0
                ? Optional.empty()
                : Optional.of(Fingerprint.of(chain[0].getPublicKey()));
    }
}
