package com.euphoriapos.core.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.PairedLane.State;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LaneRulesTest {
    private static final String NODE = "a".repeat(64);
    private static final Instant AT = Instant.parse("2026-07-01T12:00:00Z");
    private static final Operator RUTH = new Operator("ruth", "Ruth", "Klein", Role.MANAGER);
    private static final Operator DANA = new Operator("dana", "Dana", "Reyes", Role.CASHIER);

    @Property(tries = 200)
    void comesToTheSameInEveryOrder(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            State state = List.of(State.ACTIVE, State.ACTIVE, State.RETIRED, State.REVOKED)
                    .get(random.nextInt(4));
            events.add(event(
                    new PairedLane(NODE, "L" + random.nextInt(4), state, ""), RUTH, random.nextInt(100) * 10 + i));
        }
        PairedLane one = applied(events);
        Collections.shuffle(events, random);
        events.addAll(events.subList(0, 3));
        assertEquals(one, applied(events));
    }

    @Test
    void keepsARevokedLaneRevokedWhateverArrivesLater() {
        List<Event> events = List.of(
                event(new PairedLane(NODE, "L2", State.ACTIVE, ""), RUTH, 1),
                event(new PairedLane(NODE, "L2", State.REVOKED, ""), RUTH, 2),
                event(new PairedLane(NODE, "L2", State.ACTIVE, ""), RUTH, 9));
        assertEquals(State.REVOKED, applied(events).state());
    }

    @Test
    void believesNobodyWhoMayNot() {
        Event event = event(new PairedLane(NODE, "L2", State.ACTIVE, ""), DANA, 1);
        assertThrows(EventRejectedException.class, () -> applied(List.of(event)));
        Operator lie = new Operator("dana", "Dana", "Reyes", Role.OWNER);
        Event forged = event(new PairedLane(NODE, "L2", State.ACTIVE, ""), lie, 1);
        assertThrows(EventRejectedException.class, () -> applied(List.of(forged)));
    }

    @Test
    void putsTwoLanesOfOneLabelUpForReview() {
        MemoryStore store = store();
        apply(store, event(new PairedLane(NODE, "L2", State.ACTIVE, ""), RUTH, 1));
        apply(store, event(new PairedLane("b".repeat(64), "L2", State.ACTIVE, ""), RUTH, 2));
        apply(store, event(new PairedLane(NODE, "L2", State.ACTIVE, ""), RUTH, 3));
        assertEquals(
                List.of(LaneHandler.LABEL_CLASH),
                store.read(handle -> handle.reviews().open(9)).stream()
                        .map(review -> review.kind())
                        .toList());
    }

    @Test
    void knowsBestItselfWhereALaneIs() {
        PairedLane known = new PairedLane(NODE, "L2", State.STALE, "10.0.0.9:1");
        PairedLane told = new PairedLane(NODE, "L3", State.ACTIVE, "10.0.0.2:1");
        assertEquals(
                new PairedLane(NODE, "L3", State.STALE, "10.0.0.9:1"),
                LaneRules.merged(Optional.of(known), told, true));
    }

    private static PairedLane applied(List<Event> events) {
        MemoryStore store = store();
        events.forEach(event -> apply(store, event));
        return store.read(handle -> handle.lanes().byNode(NODE)).orElseThrow();
    }

    private static MemoryStore store() {
        MemoryStore store = new MemoryStore();
        store.write(handle -> {
            for (Operator who : List.of(RUTH, DANA)) {
                handle.employees()
                        .save(new EmployeeRecord(
                                who.employeeId(),
                                who.firstName(),
                                who.lastName(),
                                who.role(),
                                "lookup-" + who.employeeId(),
                                "hash",
                                6,
                                "",
                                true,
                                AT));
            }
            return true;
        });
        return store;
    }

    private static void apply(MemoryStore store, Event event) {
        store.apply(Priority.BACKGROUND, handle -> {
            new LaneHandler().apply(event, handle);
            return true;
        });
    }

    private static Event event(PairedLane lane, Operator by, int time) {
        var message = LaneMessages.upsert(lane, by, AT);
        String hlc = String.format("%012x-0000", AT.toEpochMilli() + time);
        StreamId stream = new StreamId(Integer.toHexString(time % 16).repeat(64), "epoch");
        return new Event(
                message.id(),
                Topics.LANE_UPSERT,
                stream,
                1,
                1,
                message.aggregate(),
                hlc,
                AT.toEpochMilli(),
                message.actor(),
                1,
                message.payload(),
                "");
    }
}
