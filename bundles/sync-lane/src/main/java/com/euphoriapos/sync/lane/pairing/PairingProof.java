package com.euphoriapos.sync.lane.pairing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that one knows the code, for this connection only: the proof covers the fingerprints of both certificates, so somebody in the
 * middle, who can only show another certificate, gets proofs that fit nowhere. Immutable.
 */
public final class PairingProof {
    /** Bytes of a nonce. */
    public static final int NONCE_BYTES = 16;

    private static final String HMAC = "HmacSHA256";
    private static final byte[] SALT = "euphoria-pos pairing 1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INFO = "proof".getBytes(StandardCharsets.US_ASCII);

    /** Who proves. */
    public enum Role {
        /** The newcomer, who connects. */
        CLIENT,
        /** The lane that invited. */
        SERVER
    }

    /**
     * What a proof is about.
     *
     * @param client fingerprint of the newcomer's certificate, as the one who computes it saw it
     * @param server fingerprint of the inviting lane's
     * @param clientNonce hex
     * @param serverNonce hex
     */
    public record Scene(String client, String server, String clientNonce, String serverNonce) {}

    private final SecretKeySpec key;

    /** Derives the key of the proofs from the code, by HKDF with SHA-256. */
    public PairingProof(PairingCode code) {
        byte[] secret = code.secret();
        byte[] extracted = hmac(new SecretKeySpec(SALT, HMAC), secret);
        byte[] expanded = hmac(new SecretKeySpec(extracted, HMAC), INFO, new byte[] {1});
        key = new SecretKeySpec(expanded, HMAC);
        Arrays.fill(secret, (byte) 0);
        Arrays.fill(extracted, (byte) 0);
        Arrays.fill(expanded, (byte) 0);
    }

    /** The proof, as hex. */
    public String of(Role role, Scene scene) {
        return HexFormat.of()
                .formatHex(hmac(
                        key,
                        field(role.name()),
                        field(scene.client()),
                        field(scene.server()),
                        field(scene.clientNonce()),
                        field(scene.serverNonce())));
    }

    /** Whether {@code claimed} is that proof; takes as long for a wrong one. */
    public boolean proves(String claimed, Role role, Scene scene) {
        byte[] right = of(role, scene).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(right, claimed.getBytes(StandardCharsets.US_ASCII));
    }

    /** Led by its length, so that no two lists of fields are the same bytes. */
    private static byte[] field(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] field = new byte[bytes.length + 1];
        field[0] = (byte) bytes.length;
        System.arraycopy(bytes, 0, field, 1, bytes.length);
        return field;
    }

    private static byte[] hmac(SecretKeySpec key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
