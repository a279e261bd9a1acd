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

    /** Checks the chain; the number of the first broken entry, or empty. */
    Optional<Long> firstBroken();

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
