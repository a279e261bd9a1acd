package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.Map;

/** Takes what peers say of their positions, and asks where they only gave the digest and it is another. */
final class Comparison {
    /** Openings that one answer names; what is older stands behind a digest again. */
    private static final int NAMES = 500;
    /** Streams of which a link remembers where the peer is: more than a store of twenty lanes opens in ten years. */
    static final int STREAMS_MAX = 100_000;
    /** Lanes of which a peer may speak by digest. */
    static final int ORIGINS_MAX = 1_000;

    private final Desk desk;
    private final Outgoing outgoing;
    private final Differences differences;

    Comparison(Desk desk, Outgoing outgoing, Differences differences) {
        this.desk = desk;
        this.outgoing = outgoing;
        this.differences = differences;
    }

    /** Positions by name or digest; those that are named may be older than what the peer said before. */
    void take(Link link, Positions positions) {
        boolean tooMuch = link.theirs.size() + positions.marks().size() > STREAMS_MAX
                || link.unknown.size() + positions.older().size() > ORIGINS_MAX;
        if (tooMuch) {
            desk.close(link, Effect.Reason.PROTOCOL);
            return;
        }
        positions.marks().forEach((stream, mark) -> desk.knows(link, stream, mark));
        positions.older().forEach((origin, older) -> older(link, origin, older));
        positions.marks().forEach((stream, mark) -> compare(link, stream, mark));
    }

    static Mark further(Mark one, Mark other) {
        return one.seq() >= other.seq() ? one : other;
    }

    private void older(Link link, String origin, Positions.Older older) {
        if (desk.digestBefore(origin, older.before()).equals(older.digest())) {
            if (origin.equals(desk.me.node())) {
                link.theirs.putAll(desk.before(origin, older.before()));
            } else {
                link.same.put(origin, older.before());
            }
            link.unknown.remove(origin);
        } else {
            link.unknown.put(origin, older.before());
            desk.send(link, new Frame.Expand(origin, older.before()));
        }
    }

    private void compare(Link link, StreamId stream, Mark mark) {
        Mark mine = desk.durable(stream);
        if (mark.seq() > 0 && mark.seq() == mine.seq() && !mark.hash().equals(mine.hash())) {
            differences.found(link, stream, mark.seq());
        }
    }

    void expand(Link link, Frame.Expand expand) {
        Map<StreamId, Mark> some = desk.before(expand.origin(), expand.before());
        desk.send(link, new Frame.Held(expand.origin(), expand.before(), Positions.summary(some, NAMES)));
    }

    /** The answer, which may itself end in a digest. */
    void held(Link link, Frame.Held held) {
        if (!keepsTheOrder(held)) {
            desk.close(link, Effect.Reason.PROTOCOL);
            return;
        }
        if (!held.before().equals(link.unknown.get(held.origin()))) {
            return;
        }
        link.unknown.remove(held.origin());
        take(link, held.positions());
        if (held.origin().equals(desk.me.node()) && !link.unknown.containsKey(held.origin())) {
            outgoing.begin(link);
        }
    }

    private static boolean keepsTheOrder(Frame.Held held) {
        Positions positions = held.positions();
        boolean named = positions.marks().keySet().stream()
                .allMatch(stream ->
                        stream.origin().equals(held.origin()) && stream.epoch().compareTo(held.before()) < 0);
        boolean further = positions.older().entrySet().stream()
                .allMatch(older -> older.getKey().equals(held.origin())
                        && older.getValue().before().compareTo(held.before()) < 0);
        return named && further;
    }

    /** Asks again: the question or its answer was lost. */
    void nudge(Link link) {
        link.unknown.forEach((origin, before) -> desk.send(link, new Frame.Expand(origin, before)));
    }
}
