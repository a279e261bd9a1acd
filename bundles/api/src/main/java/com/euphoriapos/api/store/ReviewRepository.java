package com.euphoriapos.api.store;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a manager has to look at: table {@code reviews}. The same on every lane, because its ids follow from what caused it. */
@ProviderType
public interface ReviewRepository {
    /** Puts it up unless that id is known, resolved or not; returns whether it was. */
    boolean raise(Review review);

    /** Marks it as looked at; remembered for an id that is not known yet, too. Returns whether that was new. */
    boolean resolve(String id, String by, Instant at);

    /** Open ones, newest first. */
    List<Review> open(int limit);

    /** How many are open. */
    long openCount();

    /** Open ones about an aggregate. Uses an index. */
    List<Review> openAbout(String subject);

    /** Takes an open one back, because what is known now does not call for it; one that somebody resolved stays. */
    void withdraw(String id);

    /**
     * One thing to look at.
     *
     * @param id UUID version 5 of what caused it
     * @param kind such as {@code NEGATIVE_STOCK}, {@code CONFLICT}, {@code PIN_CLASH}, {@code DOUBLE_CLAIM}
     * @param subject the aggregate, such as {@code product:ID}
     * @param detail JSON with what a person needs
     */
    record Review(String id, String kind, String subject, String detail, Instant at) {}
}
