package com.euphoriapos.sync.lane.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** Finds the public half of a private key: PKCS#8 as Java writes it does not hold it. */
final class PublicKeys {
    private PublicKeys() {}

    /**
     * The public key is the private number times the curve's base point. A key agreement with the base point computes just that and
     * gives the abscissa, in the JDK's own arithmetic, which does not show the number in its timing. Of the two points that have it,
     * the right one verifies what the private key signs.
     */
    static PublicKey of(ECPrivateKey key) throws GeneralSecurityException {
        ECParameterSpec curve = key.getParams();
        KeyFactory keys = KeyFactory.getInstance("EC");
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(keys.generatePublic(new ECPublicKeySpec(curve.getGenerator(), curve)), true);
        BigInteger x = new BigInteger(1, agreement.generateSecret());
        BigInteger prime = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger y = ordinate(x, curve, prime);
        PublicKey even = keys.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
        PublicKey odd = keys.generatePublic(new ECPublicKeySpec(new ECPoint(x, prime.subtract(y)), curve));
        return fits(key, even) ? even : odd;
    }

    /** A square root modulo a prime that is 3 modulo 4, as that of P-256 is. */
    private static BigInteger ordinate(BigInteger x, ECParameterSpec curve, BigInteger prime) {
        BigInteger square = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(prime);
        return square.modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
    }

    private static boolean fits(PrivateKey mine, PublicKey theirs) throws GeneralSecurityException {
        byte[] text = {1};
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(mine);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(theirs);
        signature.update(text);
        return signature.verify(signed);
    }
}
