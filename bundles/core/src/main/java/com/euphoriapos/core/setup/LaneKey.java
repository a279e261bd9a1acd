package com.euphoriapos.core.setup;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;

/** The lane's key pair, EC P-256; its public half names the lane among the others. */
final class LaneKey {
    private final KeyPair pair;

    private LaneKey(KeyPair pair) {
        this.pair = pair;
    }

    static LaneKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return new LaneKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no P-256 keys", e);
        }
    }

    /** The private key, PKCS#8. */
    byte[] pkcs8() {
        return pair.getPrivate().getEncoded();
    }

    /** Hex of the SHA-256 of the public key's SPKI. */
    String nodeId() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
