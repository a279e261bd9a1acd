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

    /** Who may stand in the journal: all employees by name, and the console. */
    @Requires(Permission.READ_JOURNAL)
    List<Person> people();

    /**
     * Recomputes the whole chain and compares it with the seals that the lane's key made. Takes some seconds for 10⁶ entries, in short
     * reads that keep nobody waiting. What came of it stands in the journal, and a finding on the lane bar.
     *
     * @param progress hears how far it is, on the calling thread
     */
    @Requires(Permission.READ_JOURNAL)
    Verification verify(Progress progress);

    /** As {@link #verify(Progress)}, for somebody who just waits. */
    @Requires(Permission.READ_JOURNAL)
    default Verification verify() {
        return verify((done, all) -> {});
    }

    /** Hears how many entries are done, of how many. */
    @FunctionalInterface
    interface Progress {
        void done(long entries, long all);
    }

    /** Somebody who acts: an id as {@link JournalRepository.Filter#actors} takes it, and the name. */
    record Person(String id, String name) {}

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
        /**
         * Nothing was changed, left out or put in between.
         *
         * @param sealedUpTo the newest entry that a seal of the lane's present key vouches for, 0 for none
         * @param remark what can't be vouched for, in a sentence; empty when nothing is to be said
         */
        record Intact(long entries, long sealedUpTo, String remark) implements Verification {}

        /**
         * The first entry that is not as it was written; {@code what} is one sentence on it. Where the chain was computed anew, it is the
         * first one after the last seal that fits: no entry before it was touched.
         */
        record Broken(long number, Optional<Instant> at, String what) implements Verification {}
    }
}
