package com.euphoriapos.sync.lane.pairing;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A one-time code: 80 random bits as 16 characters without I, L, O and U, then two that find every wrong and every exchanged
 * character. Guessing it away from the lanes is hopeless, so the protocol need not hide what a guess could be checked against.
 */
public final class PairingCode {
    /** Characters, without the dashes between the groups. */
    public static final int LENGTH = 18;

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_LENGTH = 16;
    private static final int GROUP = 6;
    private static final int BASE = 32;
    private static final int SECRET_BYTES = 10;
    /** The largest prime below 32². */
    private static final BigInteger CHECK = BigInteger.valueOf(1021);

    private final String text;

    private PairingCode(String text) {
        this.text = text;
    }

    /** A new one. */
    public static PairingCode random(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            text.append(DIGITS.charAt(random.nextInt(BASE)));
        }
        return new PairingCode(text + check(text.toString()));
    }

    /** Reads what somebody typed or scanned: case, spaces and dashes do not matter; empty when it can't be a code. */
    public static Optional<PairingCode> parse(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean digits = plain.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
        if (plain.length() != LENGTH || !digits || !plain.endsWith(check(plain.substring(0, RANDOM_LENGTH)))) {
            return Optional.empty();
        }
        return Optional.of(new PairingCode(plain));
    }

    private static BigInteger number(String digits) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < digits.length(); i++) {
            number =
                    number.multiply(BigInteger.valueOf(BASE)).add(BigInteger.valueOf(DIGITS.indexOf(digits.charAt(i))));
        }
        return number;
    }

    private static String check(String digits) {
        int check = number(digits).mod(CHECK).intValue();
        return "" + DIGITS.charAt(check / BASE) + DIGITS.charAt(check % BASE);
    }

    /** For people: three groups of six. */
    public String grouped() {
        return text.substring(0, GROUP) + "-" + text.substring(GROUP, 2 * GROUP) + "-" + text.substring(2 * GROUP);
    }

    /** Without the dashes. */
    public String plain() {
        return text;
    }

    /** The random bits. */
    byte[] secret() {
        byte[] bytes = number(text.substring(0, RANDOM_LENGTH)).toByteArray();
        byte[] secret = new byte[SECRET_BYTES];
        int from = Math.max(0, bytes.length - SECRET_BYTES);
        System.arraycopy(bytes, from, secret, SECRET_BYTES - (bytes.length - from), bytes.length - from);
        return secret;
    }

    /** Nothing: a code is for the screen, never for a log. */
    @Override
    public String toString() {
        return "PairingCode";
    }
}
