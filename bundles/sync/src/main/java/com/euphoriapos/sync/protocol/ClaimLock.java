package com.euphoriapos.sync.protocol;

import java.util.Optional;

/** This lane's word that nobody but the holder may take a name. In memory: it covers the time until the claim itself is known. */
final class ClaimLock {
    final String name;
    /** Lane that asked. */
    final String holder;
    /** Number of its claim, by the holder's counting. */
    final long id;
    /** The link on which it asked, 0 for this lane itself. */
    final long link;
    /** The store is being asked whether the name is taken; no answer was given before that. */
    Optional<Long> lookUp = Optional.empty();
    /** Lane of which a claim became durable while the store was being asked. */
    Optional<String> seen = Optional.empty();
    /** When no link to the holder was seen first. */
    Optional<Long> goneAt = Optional.empty();

    ClaimLock(String name, String holder, long id, long link) {
        this.name = name;
        this.holder = holder;
        this.id = id;
        this.link = link;
    }
}
