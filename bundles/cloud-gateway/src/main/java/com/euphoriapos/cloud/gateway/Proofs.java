package com.euphoriapos.cloud.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.mindrot.jbcrypt.BCrypt;

/**
 * What proves that somebody knows a password: bcrypt's output. It is computed here, so that the password never goes to the database, nor
 * into what the database logs. Stateless.
 */
final class Proofs {
    static final int PASSWORD_MIN = 10;
    static final int PASSWORD_MAX = 200;

    /** The database makes up salts of this cost for names that nobody has. */
    private static final int COST = 12;

    private Proofs() {}

    static String newSalt() {
        return BCrypt.gensalt(COST);
    }

    /** Takes about a quarter of a second. bcrypt looks at 72 bytes only, so it is given the SHA-256 of the password. */
    static String proof(String password, String salt) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return BCrypt.hashpw(Base64.getEncoder().encodeToString(all), salt);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether a password may be chosen. */
    static boolean isLongEnough(String password) {
        return password.length() >= PASSWORD_MIN && password.length() <= PASSWORD_MAX;
    }
}
