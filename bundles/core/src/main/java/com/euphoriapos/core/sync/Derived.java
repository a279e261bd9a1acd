package com.euphoriapos.core.sync;

import com.euphoriapos.api.store.VersionRepository.Version;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** What every lane derives in the same way. Pure. */
public final class Derived {
    private static final UUID SPACE = UUID.fromString("6f1ff2b0-3a3c-5d4e-9a52-4c0a6f6b9d10");
    private static final int MILLIS_DIGITS = 12;

    private Derived() {}

    /** The UUID (version 5) of these words. */
    public static String id(String... words) {
        return UuidCreator.getNameBasedSha1(SPACE, String.join("\n", words)).toString();
    }

    /** When an edit was made, as its lane's clock said. */
    public static Instant at(Version version) {
        return version.hlc().length() < MILLIS_DIGITS
                ? Instant.EPOCH
                : Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(version.hlc(), 0, MILLIS_DIGITS));
    }
}
