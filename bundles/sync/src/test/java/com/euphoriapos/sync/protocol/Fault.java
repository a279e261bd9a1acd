package com.euphoriapos.sync.protocol;

/** What can go wrong in a {@link World}. Each has to happen in one of a hundred seeds at least. */
enum Fault {
    FRAME_LOST(4),
    FRAME_DOUBLED(4),
    FRAME_LATE(4),
    LINK_CUT(40),
    /** One direction of a link carries nothing more, and neither end is told. */
    HALF_OPEN(8),
    /** Two lanes dial each other at the same moment. */
    DIALLED_TWICE(60),
    /** One lane reaches nobody. */
    PARTITION(20),
    /** Two halves of the store do not reach each other. */
    SPLIT(6),
    CRASH(15),
    /** As a crash, and the peers are not told: their links stand and say nothing. */
    POWER_CUT(10),
    /** Between two effects of one step. */
    CRASH_AT_EFFECT(1),
    CRASH_BEFORE_COMMIT(3),
    CRASH_AFTER_COMMIT(3),
    /** What was called durable is gone after the crash. */
    DISK_LIED(6),
    /** Yesterday's backup is restored. */
    OLD_IMAGE(8),
    APPLY_FAILED(5),
    READ_FAILED(2),
    /** For seconds nothing can be made durable; the lane does not sell. */
    DISK_FULL(5),
    SLOW_DISK(10),
    /** The process stands still with open connections, as a suspended machine does; its clock runs on. */
    FROZEN(8),
    /** An event is kept, but can't be applied. */
    POISON(15),
    /** For a while the lane speaks only a version that nobody else knows. */
    OTHER_VERSION(3),
    /** A copy of the machine runs beside it. */
    CLONED(2),
    /** The manager took the lane's key away. */
    REVOKED(2),
    /** The machine never comes back. */
    DEAD(2),
    /** Ten to twenty lanes. */
    MANY_LANES(20),
    /** Several lanes want one thing at the same moment; caused by {@link Wishes}, as are the next two. */
    CLAIMS_CROSSED(0),
    /** A thing was granted without the word of some lane. */
    CLAIMED_APART(0),
    /** A thing was claimed by lanes that did not reach each other. */
    CLAIMED_TWICE(0),
    /** The shipped store can't commit, because somebody else locks the database. Only where there is one, as with the next two. */
    STORE_BUSY(8, true),
    /** The shipped store can't commit, because the disk is full: it opens its database anew, and writes a new opening from then on. */
    STORE_FULL(8, true),
    /** For a while the lane runs a release that does not read the present form of some topics. */
    OLDER_RELEASE(10, true);

    /** How often, of a thousand chances, in a seed of middling trouble. */
    final int perMille;
    /** Whether it happens with the shipped store only. */
    final boolean ofStores;

    Fault(int perMille) {
        this(perMille, false);
    }

    Fault(int perMille, boolean ofStores) {
        this.perMille = perMille;
        this.ofStores = ofStores;
    }
}
