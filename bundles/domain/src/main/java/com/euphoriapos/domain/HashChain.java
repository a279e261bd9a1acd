package com.euphoriapos.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Links records so that none can be changed, left out or put in between unseen: the hash of a record covers the one before it.
 * The hash is the first 16 bytes of SHA-256 over the previous hash and the fields, each led by its length, so that no two lists of
 * fields read the same.
 */
public final class HashChain {
    /** What the first record follows. */
    public static final String START = "0".repeat(32);

    private static final int BYTES = 16;

    private HashChain() {}

    /** The hash of a record that follows {@code previous}. */
    public static String next(String previous, String... fields) {
        MessageDigest digest = sha256();
        digest.update(previous.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(length.clear().putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
