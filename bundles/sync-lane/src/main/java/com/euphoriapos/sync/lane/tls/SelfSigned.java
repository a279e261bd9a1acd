package com.euphoriapos.sync.lane.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * Makes the certificate that TLS wants around a bare key. Only the key in it counts, so it is the smallest that X.509 allows, in the
 * one form that we need: written here in forty lines of DER in place of a library of ten megabytes, and read back by the JDK.
 */
final class SelfSigned {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8 = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final byte[] ECDSA_WITH_SHA256 = {
        0x30, 0x0a, 0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
    };
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
    private static final byte[] NO_UNUSED_BITS = {0};

    private SelfSigned() {}

    static X509Certificate certificate(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        byte[] name = der(
                SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, "lane".getBytes(StandardCharsets.US_ASCII)))));
        // Dates are ignored; these mean "always" to whoever looks at them all the same.
        byte[] validity = der(SEQUENCE, time("20200101000000Z"), time("99991231235959Z"));
        byte[] serial = der(INTEGER, new byte[] {1});
        byte[] body = der(SEQUENCE, serial, ECDSA_WITH_SHA256, name, validity, name, publicKey.getEncoded());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(body);
        byte[] signed = der(SEQUENCE, body, ECDSA_WITH_SHA256, der(BIT_STRING, NO_UNUSED_BITS, signature.sign()));
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
        certificate.verify(publicKey);
        return certificate;
    }

    private static byte[] time(String text) {
        return der(GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** One element; no length here needs more than two bytes. */
    private static byte[] der(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length + 4);
        bytes.write(tag);
        if (length > 0xff) {
            bytes.write(0x82);
            bytes.write(length >> 8);
        } else if (length > 0x7f) {
            bytes.write(0x81);
        }
        bytes.write(length);
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
