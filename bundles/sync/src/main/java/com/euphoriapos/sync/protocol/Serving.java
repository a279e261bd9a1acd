package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One stream on its way to one peer. */
final class Serving {
    /** Up to where it is sent at most. */
    final long upTo;
    /** Ends of the segments that are sent and not acknowledged, oldest first. */
    final Deque<Mark> inFlight = new ArrayDeque<>();
    /** The last position that was sent or that the peer has by itself. */
    Mark sent;
    /** The read that is under way. */
    Optional<Long> reading = Optional.empty();
    /** The peer holds something else, or what comes next is kept no longer: nothing more is sent. */
    boolean stopped;

    Serving(Mark sent, long upTo) {
        this.sent = sent;
        this.upTo = upTo;
    }

    /** Whether there is something to read now. */
    boolean wants(Mark known) {
        return !stopped && reading.isEmpty() && sent.seq() < Math.min(upTo, known.seq());
    }

    /** Begins again after a position, of which the peer's hash is not known. */
    void rewind(long after) {
        sent = new Mark(after, "");
        inFlight.clear();
        reading = Optional.empty();
    }

    /** Nothing more is sent, and nothing that was is waited for. */
    void stop() {
        stopped = true;
        inFlight.clear();
        reading = Optional.empty();
    }

    /** Nothing up to there is waited for any longer. */
    void arrived(long upToThere) {
        inFlight.removeIf(each -> each.seq() <= upToThere);
    }

    /** Everything up to the position arrived; false where the peer names another hash than was sent. */
    boolean acknowledged(Mark upToThere) {
        for (Mark each : inFlight) {
            if (each.seq() == upToThere.seq() && !each.hash().equals(upToThere.hash())) {
                return false;
            }
        }
        arrived(upToThere.seq());
        if (upToThere.seq() > sent.seq()) {
            sent = upToThere;
        }
        return true;
    }
}
