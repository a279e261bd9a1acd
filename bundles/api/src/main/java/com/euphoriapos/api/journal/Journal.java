package com.euphoriapos.api.journal;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.domain.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The journal for people. Reads the store: not on the event thread. Thread-safe. Throws
 * {@link com.euphoriapos.api.access.ForbiddenException}.
 */
@ProviderType
public interface Journal {
    /** Entries, newest first. */
    @Requires(Permission.READ_JOURNAL)
    List<Line> search(JournalRepository.Filter filter);

    /** The kinds that stand in the journal, in the order of the alphabet: for a choice. */
    @Requires(Permission.READ_JOURNAL)
    List<String> kinds();

    /** Recomputes the whole chain and compares it with the seals that the lane's key made; takes about a second for 10⁶ entries. */
    @Requires(Permission.READ_JOURNAL)
    Verification verify();

    /**
     * An entry as people read it.
     *
     * @param number place in the chain, from 1
     * @param actorName who it was, by name; "Console" or empty where it was nobody of the store
     * @param approverName who allowed it; empty where nobody had to
     * @param text the detail in words, without secrets
     */
    record Line(
            long number, Instant at, String kind, String actorName, String approverName, String subject, String text) {}

    /** What became of a verification. */
    sealed interface Verification {
        /** Nothing was changed, left out or put in between; {@code sealedUpTo} is the newest entry that a seal vouches for. */
        record Intact(long entries, long sealedUpTo) implements Verification {}

        /** The first entry that is not as it was written; {@code what} is one sentence on it. */
        record Broken(long number, Optional<Instant> at, String what) implements Verification {}
    }
}
