package com.euphoriapos.core.journal;

import com.euphoriapos.api.store.JournalRepository.Link;
import com.euphoriapos.api.store.JournalRepository.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the seals. It is derived from the lane's private key (HKDF, RFC 5869, with SHA-256), so that it is kept nowhere and whoever
 * has only the database can't make a seal. Immutable.
 */
final class SealKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] SALT = ascii("euphoria-pos journal");
    private static final byte[] INFO = ascii("seal 1");
    private static final byte[] ID = ascii("id");
    private static final int ID_BYTES = 4;

    private final byte[] key;

    private SealKey(byte[] key) {
        this.key = key;
    }

    /** The key that follows from the lane's private key. */
    static SealKey of(byte[] laneKey) {
        byte[] extracted = hmac(SALT, laneKey);
        byte[] info =
                ByteBuffer.allocate(INFO.length + 1).put(INFO).put((byte) 1).array();
        return new SealKey(hmac(extracted, info));
    }

    /** Tells keys apart, and nothing else of them. */
    String id() {
        return HexFormat.of().formatHex(hmac(key, ID), 0, ID_BYTES);
    }

    /** A seal on that place of the chain. */
    Seal seal(Link link, Instant at) {
        return new Seal(link.number(), link.hash(), at, id(), code(link.number(), link.hash()));
    }

    /** Whether this key made the seal. */
    boolean made(Seal seal) {
        byte[] expected = ascii(code(seal.number(), seal.hash()));
        return MessageDigest.isEqual(expected, seal.code().getBytes(StandardCharsets.UTF_8));
    }

    private String code(long number, String hash) {
        byte[] text = hash.getBytes(StandardCharsets.UTF_8);
        byte[] content = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(number)
                .put(text)
                .array();
        return HexFormat.of().formatHex(hmac(key, content));
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
