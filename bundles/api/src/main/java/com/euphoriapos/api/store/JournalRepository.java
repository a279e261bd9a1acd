package com.euphoriapos.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The append-only, hash-chained record of what people did: table {@code journal}. */
@ProviderType
public interface JournalRepository {
    /** Appends in this transaction. */
    void append(Entry entry);

    /** The newest entries, newest first. */
    List<Entry> latest(int limit);

    /** Entries that fit the filter, newest first. */
    List<Numbered> find(Filter filter);

    /** The kinds that stand in the journal, in the order of the alphabet. */
    List<String> kinds();

    /** The newest entry of a kind, found by an index. */
    Optional<Numbered> newestOf(String kind);

    /** The newest entry; empty when there is none. */
    Optional<Numbered> head();

    /** The entry of that number. */
    Optional<Numbered> byNumber(long number);

    /** Checks the whole chain; the number of the first broken entry, or empty. Takes long; {@link #check} does it in slices. */
    Optional<Long> firstBroken();

    /**
     * Recomputes the links of the entries that follow a known one, up to the first that is broken.
     *
     * @param from where the walk stands; {@link Link#START} for the whole chain
     * @param limit at most so many entries; 500 take a few milliseconds
     */
    Walk check(Link from, int limit);

    /** All seals, the oldest first; a few, and one for each day. */
    List<Seal> seals();

    /** The seals whose entry is missing or has another hash, the oldest first. */
    List<Seal> unfitSeals();

    /** Keeps a seal, in the place of one of the same number. */
    void seal(Seal seal);

    /** Forgets the seal of that number. */
    void forgetSeal(long number);

    /**
     * A place in the chain.
     *
     * @param number of an entry, 0 before the first
     * @param hash as stored with it
     */
    record Link(long number, String hash) {
        /** Before the first entry. */
        public static final Link START = new Link(0, "0".repeat(32));
    }

    /**
     * How far a check came.
     *
     * @param end the last entry that is as it was written
     * @param atEnd whether there was no further entry
     * @param damage what is wrong with the entry after {@code end}; empty where nothing was found
     */
    record Walk(Link end, boolean atEnd, Optional<Damage> damage) {}

    /** What is wrong with an entry. */
    enum Damage {
        /** Something of it is not what its hash was made over. */
        CHANGED,
        /** Its hash is not the one that the next entry was chained to. */
        HASH_CHANGED,
        /** There is none of that number, but a later one. */
        MISSING
    }

    /**
     * That somebody with the lane's key saw this hash at this number.
     *
     * @param keyId which key made it
     * @param code hex of the keyed hash over number and hash
     */
    record Seal(long number, String hash, Instant at, String keyId, String code) {}

    /**
     * Which entries.
     *
     * @param from the earliest, inclusive
     * @param to the latest, exclusive
     * @param kind exactly, or empty for all
     * @param text part of kind, actor id, subject or detail, a to z in any case, or empty for all
     * @param actors ids of actors of whom one must be it; empty for all
     * @param before only entries of smaller numbers: for the next page; {@link Long#MAX_VALUE} for the first
     * @param limit at most so many, 1 to 1,000
     */
    record Filter(
            Optional<Instant> from,
            Optional<Instant> to,
            String kind,
            String text,
            List<String> actors,
            long before,
            int limit) {
        public Filter {
            actors = List.copyOf(actors);
            if (limit < 1 || limit > 1_000) {
                throw new IllegalArgumentException("limit " + limit);
            }
        }

        /** The newest entries of all. */
        public static Filter newest(int limit) {
            return new Filter(Optional.empty(), Optional.empty(), "", "", List.of(), Long.MAX_VALUE, limit);
        }
    }

    /** An entry with its place in the chain, from 1, and the hash that covers it and all before it. */
    record Numbered(long number, Entry entry, String hash) {}

    /**
     * One act.
     *
     * @param kind such as {@code SIGN_IN}, {@code SALE_COMPLETED}
     * @param actor id of the employee, or empty where nobody is signed in
     * @param subject what it is about: the id of a transaction, an employee …; may be empty
     * @param detail JSON without secrets; {@code {}} when there is nothing to add
     */
    record Entry(Instant at, String kind, String actor, String subject, String detail) {}
}
