package com.euphoriapos.core.setup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 128 random bits from which the store's secrets are derived, and their form on paper: Crockford's base 32, which has no letters
 * that look like digits, in seven groups of four; the last two characters check the others.
 */
final class RecoveryCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BYTES = 16;
    private static final int CHECK_BITS = 10;
    private static final int CHARACTERS = 28;
    private static final int GROUP = 4;
    private static final String MAC = "HmacSHA256";

    private final byte[] bits;

    private RecoveryCode(byte[] bits) {
        this.bits = bits;
    }

    static RecoveryCode random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new RecoveryCode(bits);
    }

    /**
     * Reads a code as somebody types it: any case, spaces and dashes anywhere, O for 0, I or L for 1.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong, without the code
     */
    static RecoveryCode parse(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != CHARACTERS) {
            throw new IllegalArgumentException(
                    "A recovery code has " + CHARACTERS + " characters; this one has " + plain.length() + ".");
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < plain.length(); i++) {
            int digit = ALPHABET.indexOf(plain.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException(
                        "The character at place " + (i + 1) + " is in no recovery code. Check what you typed.");
            }
            value = value.shiftLeft(5).or(BigInteger.valueOf(digit));
        }
        BigInteger data = value.shiftRight(CHECK_BITS);
        if (data.bitLength() > BYTES * 8) {
            throw mistyped();
        }
        RecoveryCode code = new RecoveryCode(fixed(data));
        if (code.check() != low(value)) {
            throw mistyped();
        }
        return code;
    }

    /** The form on paper. */
    String text() {
        BigInteger value = new BigInteger(1, bits).shiftLeft(CHECK_BITS).or(BigInteger.valueOf(check()));
        StringBuilder text = new StringBuilder();
        for (int i = CHARACTERS - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt(low(value.shiftRight(5 * i)) % 32));
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
        }
        return text.toString();
    }

    /** The key that PIN look-ups are made with. */
    byte[] pepper() {
        return derive("pepper");
    }

    /** What the database keeps to tell the right code from a wrong one; it says nothing about the code or the pepper. */
    String verifier() {
        return HexFormat.of().formatHex(derive("verifier"));
    }

    boolean verifies(String verifier) {
        return MessageDigest.isEqual(
                verifier().getBytes(StandardCharsets.US_ASCII), verifier.getBytes(StandardCharsets.US_ASCII));
    }

    /** Never the code. */
    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }

    /** HKDF with SHA-256 (RFC 5869) for one block of output. */
    private byte[] derive(String purpose) {
        byte[] salt = "euphoria-pos recovery code 1".getBytes(StandardCharsets.US_ASCII);
        byte[] key = mac(salt, bits);
        byte[] info = purpose.getBytes(StandardCharsets.US_ASCII);
        byte[] block = new byte[info.length + 1];
        System.arraycopy(info, 0, block, 0, info.length);
        block[info.length] = 1;
        return mac(key, block);
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }

    private int check() {
        byte[] digest = derive("check");
        return (digest[0] & 0xFF) << 2 | (digest[1] & 0xFF) >> 6;
    }

    private static int low(BigInteger value) {
        return value.intValue() & ((1 << CHECK_BITS) - 1);
    }

    private static byte[] fixed(BigInteger data) {
        byte[] all = data.toByteArray();
        byte[] bits = new byte[BYTES];
        int length = Math.min(all.length, BYTES);
        System.arraycopy(all, all.length - length, bits, BYTES - length, length);
        return bits;
    }

    private static IllegalArgumentException mistyped() {
        return new IllegalArgumentException("The code has a typing mistake. Compare it with the paper.");
    }
}
