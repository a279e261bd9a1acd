package com.euphoriapos.core.pin;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Finds the row of a PIN without knowing it: the key is outside the database. */
public final class PinLookup {
    /** Key of the lane's own data that keeps the {@link #mark}. */
    public static final String KEY_MARK = "pin.pepper";

    private static final String MAC = "HmacSHA256";

    // No PIN begins with a letter, so no badge's code can stand for a PIN or the other way round.
    private static final String BADGE = "badge:";
    private static final String MARK = "mark";

    private PinLookup() {}

    /** Hex of HMAC-SHA256(pepper, PIN). */
    public static String of(byte[] pepper, char[] pin) {
        return keyed(pepper, pin);
    }

    /** Hex of HMAC-SHA256(pepper, "badge:" + code). */
    public static String ofBadge(byte[] pepper, String code) {
        return keyed(pepper, (BADGE + code).toCharArray());
    }

    /** Tells peppers apart, and nothing else of them. */
    public static String mark(byte[] pepper) {
        return keyed(pepper, MARK.toCharArray());
    }

    private static String keyed(byte[] pepper, char[] pin) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(pin));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(pepper, MAC));
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
