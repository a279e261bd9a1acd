package com.euphoriapos.core.journal;

import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.store.JournalRepository.Link;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the journal has in the secret store: the key of its seals, and the anchor, a copy of the newest seal's place. Without the
 * anchor, whoever deletes the newest entries could delete their seals along with them. Stateless.
 */
final class SealSecrets {
    /** Name of the anchor: number and hash of the entry that was sealed last. */
    static final String ANCHOR = "journal.anchor";

    private static final Logger LOG = LoggerFactory.getLogger(SealSecrets.class);
    private static final Pattern PLACE = Pattern.compile("(\\d{1,18}):([0-9a-f]{32})");

    private SealSecrets() {}

    /**
     * What was found.
     *
     * @param key of the seals; empty where the secrets are lost or can't be reached
     * @param anchor the place that was sealed last; empty where none is kept
     */
    record Found(Optional<SealKey> key, Optional<Link> anchor) {
        static final Found NOTHING = new Found(Optional.empty(), Optional.empty());
    }

    static Found read(@Nullable SecretStore secrets) {
        if (secrets == null) {
            return Found.NOTHING;
        }
        try {
            Optional<byte[]> laneKey = secrets.get(SecretStore.LANE_KEY);
            Optional<SealKey> key = laneKey.map(SealKey::of);
            laneKey.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
            return new Found(key, secrets.get(ANCHOR).flatMap(SealSecrets::link));
        } catch (SecretException e) {
            LOG.warn("The journal's seals can't be looked at, the secrets can't be reached: {}", e.getMessage());
            return Found.NOTHING;
        }
    }

    /** Keeps the anchor; a seal without it is still a seal. */
    static void anchor(@Nullable SecretStore secrets, Link link) {
        if (secrets == null) {
            return;
        }
        try {
            secrets.put(ANCHOR, (link.number() + ":" + link.hash()).getBytes(StandardCharsets.US_ASCII));
        } catch (SecretException e) {
            LOG.warn("The journal's anchor could not be kept: {}", e.getMessage());
        }
    }

    private static Optional<Link> link(byte[] kept) {
        Matcher matcher = PLACE.matcher(new String(kept, StandardCharsets.US_ASCII));
        return matcher.matches()
                ? Optional.of(new Link(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }
}
