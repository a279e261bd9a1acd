package com.euphoriapos.api.sync;

import java.util.Comparator;

/**
 * One opening of one lane's database: its events are numbered from 1 without a gap.
 *
 * @param origin identity of the lane: hex of the SHA-256 of its public key
 * @param epoch random name of the opening, led by its time, so that the epochs of one origin sort
 */
public record StreamId(String origin, String epoch) implements Comparable<StreamId> {
    private static final Comparator<StreamId> ORDER =
            Comparator.comparing(StreamId::origin).thenComparing(StreamId::epoch);

    /**
     * Origin, colon, epoch: who wrote, and in which opening. Two openings of one lane may have told the same time. The cloud has none:
     * where the epoch is empty it is the origin alone.
     */
    public String author() {
        return epoch.isEmpty() ? origin : origin + ":" + epoch;
    }

    @Override
    public int compareTo(StreamId other) {
        return ORDER.compare(this, other);
    }
}
