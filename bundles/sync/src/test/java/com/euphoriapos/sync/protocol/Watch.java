package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Looks at every effect before it is carried out: what no lane may do, whatever went wrong. */
final class Watch {
    /** Faults after which a link says nothing. */
    private static final Set<Fault> SILENCE = EnumSet.of(
            Fault.HALF_OPEN,
            Fault.POWER_CUT,
            Fault.FROZEN,
            Fault.CLONED,
            Fault.DEAD,
            Fault.FRAME_LOST,
            Fault.FRAME_LATE);

    final List<String> alarms = new ArrayList<>();

    private final List<Lane> lanes;
    private final Swarm swarm;
    /** Events that were found linked, this very object, and after which hash. */
    private final Map<Event, String> linkedAfter = new IdentityHashMap<>();

    private final Map<String, Integer> forgotten = new TreeMap<>();
    /** How often a process's identity had forgotten when it last greeted. */
    private final Map<String, Integer> said = new TreeMap<>();

    private final Map<String, Integer> greeting = new TreeMap<>();
    private final Map<String, Integer> heardSince = new TreeMap<>();

    Watch(List<Lane> lanes, Swarm swarm) {
        this.lanes = lanes;
        this.swarm = swarm;
    }

    private static void expect(boolean holds, Lane lane, Supplier<String> what) {
        if (!holds) {
            throw new AssertionError(lane.node + ": " + what.get());
        }
    }

    /** As {@link Segment#isWhole}; each event's hash is computed once, not each time that the same event comes by. */
    private boolean isWhole(Segment segment) {
        String hash = segment.previous();
        long seq = segment.first();
        for (Event event : segment.events()) {
            boolean linked =
                    hash.equals(linkedAfter.get(event)) || event.linkAfter(hash).equals(event.hash());
            if (!linked || !event.stream().equals(segment.stream()) || event.seq() != seq) {
                return false;
            }
            linkedAfter.put(event, hash);
            hash = event.hash();
            seq++;
        }
        return segment.first() > 0;
    }

    /** A machine with that identity forgot what it had called durable: what others believe of it is true again after its greeting. */
    void forgot(String node) {
        forgotten.merge(node, 1, Integer::sum);
    }

    private int forgotten(String node) {
        return forgotten.getOrDefault(node, 0);
    }

    /** The lane reads what the peer holds of the lane's own streams: in its greeting, or afterwards where that had a digest only. */
    void reads(Lane lane, Frame frame, List<Lane> peer) {
        if (frame instanceof Frame.Hello hello) {
            String pair = lane.place + hello.node();
            greeting.put(pair, said.getOrDefault(hello.instance(), 0));
            if (!hello.positions().older().containsKey(lane.node)) {
                heardSince.put(pair, greeting.get(pair));
            }
        } else if (frame instanceof Frame.Held held && held.origin().equals(lane.node)) {
            for (Lane each : peer) {
                String pair = lane.place + each.node;
                heardSince.put(pair, greeting.getOrDefault(pair, 0));
            }
        }
    }

    void sent(Lane lane, Frame frame, List<Lane> peer) {
        for (Lane each : peer) {
            expect(!lane.revoked.contains(each.node), lane, () -> "speaks with a lane that was revoked: " + frame);
        }
        if (frame instanceof Frame.Ack ack) {
            expect(lane.disk.holds(ack.stream(), ack.upTo()), lane, () -> "acknowledges what it does not hold: " + ack);
        } else if (frame instanceof Frame.Hello hello) {
            says(lane, hello.positions().marks());
            said.put(hello.instance(), forgotten(hello.node()));
        } else if (frame instanceof Frame.Ping ping) {
            says(lane, ping.positions().marks());
        } else if (frame instanceof Frame.Events events) {
            Segment segment = events.segment();
            expect(isWhole(segment), lane, () -> "sends what is not whole: " + segment);
            expect(
                    lane.disk.holds(segment.stream(), segment.end()),
                    lane,
                    () -> "sends what it does not hold: " + segment);
        }
    }

    private static void says(Lane lane, Map<StreamId, Mark> marks) {
        marks.forEach((stream, mark) ->
                expect(lane.disk.holds(stream, mark), lane, () -> "says it holds " + mark + " of " + stream));
    }

    void closes(Lane lane, Effect.Reason reason) {
        boolean honest = reason != Effect.Reason.FORGED
                && reason != Effect.Reason.BROKEN
                && reason != Effect.Reason.IDENTITY
                && reason != Effect.Reason.DIVERGED;
        expect(honest, lane, () -> "closes a link to an honest lane for " + reason);
        boolean silent = reason != Effect.Reason.SILENT || !Collections.disjoint(SILENCE, swarm.happened.keySet());
        expect(silent, lane, () -> "gives up a link on which the peer speaks");
        boolean kept = reason != Effect.Reason.PROTOCOL || !swarm.orderly();
        expect(kept, lane, () -> "finds the protocol broken on links that lose nothing");
    }

    void alarmed(Lane lane, Effect.Alarm alarm) {
        alarms.add(lane.node + " " + alarm);
        Effect.Reason reason = alarm.reason();
        boolean possible =
                switch (reason) {
                    case VERSION -> swarm.happened.containsKey(Fault.OTHER_VERSION);
                    case CLONE ->
                        swarm.happened.containsKey(Fault.CLONED) || swarm.happened.containsKey(Fault.DISK_LIED);
                    case ROLLED_BACK ->
                        swarm.happened.containsKey(Fault.DISK_LIED)
                                || swarm.happened.containsKey(Fault.OLD_IMAGE)
                                || swarm.happened.containsKey(Fault.CLONED);
                    default -> false;
                };
        expect(possible, lane, () -> "false alarm: " + alarm);
    }

    void applies(Lane lane, Effect.Apply apply) {
        for (Segment segment : apply.segments()) {
            expect(isWhole(segment), lane, () -> "applies what is not whole: " + segment);
            expect(!segment.stream().equals(lane.own), lane, () -> "applies what it writes itself: " + segment);
            expect(!segment.events().isEmpty() && wholeGroups(segment), lane, () -> "applies a part of a group");
        }
    }

    /** Whether no group of the segment goes on in the writer's log after the segment's end. */
    private boolean wholeGroups(Segment segment) {
        long last = segment.events().get(segment.events().size() - 1).txg();
        return lanes.stream()
                .map(lane -> lane.disk.streams().getOrDefault(segment.stream(), List.of()))
                .filter(events -> events.size() > segment.end().seq())
                .noneMatch(events -> events.get((int) segment.end().seq()).txg() == last);
    }

    /** The delivery table says that the target holds it; one with its identity has to. */
    void believes(Lane lane, String target, Map<StreamId, Mark> marks) {
        boolean excused = heardSince.getOrDefault(lane.place + target, 0) < forgotten(target);
        marks.forEach((stream, mark) -> {
            expect(stream.origin().equals(lane.node), lane, () -> "keeps the delivery of another lane's " + stream);
            boolean held = lanes.stream().anyMatch(each -> each.node.equals(target) && each.disk.holds(stream, mark));
            expect(held || excused, lane, () -> "believes that " + target + " holds " + mark + " of " + stream);
        });
    }

    /** Once all is quiet: what is known to be delivered is exactly what is held. */
    Optional<String> unbelieved() {
        for (Lane lane : lanes) {
            Map<StreamId, Mark> mine = new TreeMap<>(lane.disk.vector());
            mine.keySet().removeIf(stream -> !stream.origin().equals(lane.node));
            for (Lane target : lanes) {
                Map<StreamId, Mark> known = lane.delivered.getOrDefault(target.node, Map.of());
                boolean both = lane.counts() && target.counts() && target != lane;
                if (both && !known.equals(mine)) {
                    return Optional.of(lane.node + " believes " + target.node + " has " + known + " of " + mine);
                }
            }
        }
        return Optional.empty();
    }
}
