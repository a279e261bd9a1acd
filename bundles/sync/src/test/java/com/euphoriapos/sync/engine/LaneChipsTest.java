package com.euphoriapos.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.store.sqlite.RealStores;
import com.euphoriapos.sync.protocol.Effect;
import com.euphoriapos.sync.wire.About;
import com.euphoriapos.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lane bar says of the other lanes. */
class LaneChipsTest {
    @TempDir
    private Path home;

    private final ManualClock clock = new ManualClock(Instant.parse("2026-05-01T12:00:00Z"));
    private RealStores.RealStore store;
    private Situation situation;
    private LaneChips chips;

    @BeforeEach
    void open() {
        store = RealStores.open(home, clock);
        situation = new Situation(new Setting(store, new Handlers(), clock, clock::millis, "1.0"));
        chips = new LaneChips(situation, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void lanes(int others) {
        store.write(h -> {
            h.lane().put("node_id", "me");
            h.lane().put("workstation_id", "L1");
            for (int i = 2; i < others + 2; i++) {
                h.lanes().save(new PairedLane("n" + i, "L" + i, PairedLane.State.ACTIVE, ""));
            }
            return true;
        });
        situation.begin(Book.open(store, "instance").orElseThrow());
        for (int i = 2; i < others + 2; i++) {
            situation.connected("n" + i, true);
            situation.heard("n" + i);
        }
    }

    private List<String> texts() {
        return chips.items().stream()
                .map(item -> item.level() + " " + item.text())
                .toList();
    }

    @Test
    void saysNothingWhereThereIsNoOtherLane() {
        assertEquals(List.of(), chips.items());
        lanes(0);
        assertEquals(List.of(), chips.items());
    }

    @Test
    void isOneQuietChipWhileAllIsWell() {
        lanes(19);
        assertEquals(List.of(new StatusItem("lanes", Level.OK, "Lanes", "")), chips.items());
    }

    @Test
    void namesALaneThatIsAwayAndWhatWaitsForIt() {
        lanes(2);
        situation.connected("n2", false);
        clock.advance(Duration.ofSeconds(10));
        assertEquals(List.of("OK Lanes"), texts(), "a link that comes back at once is no news");
        clock.advance(Duration.ofMinutes(5));
        situation.peers().backlog("n2", 12);
        assertEquals(List.of("WARN L2 away 5 min, 12 not sent"), texts());
    }

    @Test
    void tellsAtOnceThatALaneStaysAway() {
        lanes(1);
        situation.tick();
        situation.connected("n2", false);
        situation.tick();
        AtomicInteger told = new AtomicInteger();
        situation.addListener(told::incrementAndGet);
        clock.advance(Duration.ofSeconds(14));
        situation.tick();
        assertEquals(0, told.get());
        clock.advance(Duration.ofSeconds(1));
        situation.tick();
        situation.tick();
        assertEquals(1, told.get());
        assertEquals(List.of("WARN L2 away 15 s"), texts());
    }

    @Test
    void saysWhatBecameOfTheLastAttempt() {
        lanes(1);
        situation.connected("n2", false);
        clock.advance(Duration.ofMinutes(5));
        String cable = "Is it switched on, and its network cable in?";
        assertTrue(detail().endsWith(cable), detail());
        situation.unreachable("n2", 1, "nobody listens there");
        assertTrue(detail().endsWith(cable + " Last attempt: nobody listens there."), detail());
    }

    private String detail() {
        return chips.items().get(0).detail();
    }

    @Test
    void becomesOneChipWhereMoreAreInTroubleThanTheBarHolds() {
        lanes(5);
        for (int i = 2; i < 7; i++) {
            situation.connected("n" + i, false);
        }
        clock.advance(Duration.ofHours(2));
        situation.history(Optional.of("370"));
        assertEquals(
                List.of("WARN Past sales 37 %", "WARN 5 lanes in trouble"),
                texts(),
                "what is no lane is counted as none");
    }

    @Test
    void countsWhatCouldNotBeApplied() {
        lanes(1);
        park(1);
        assertEquals(List.of("WARN 1 event waits"), texts());
        park(2);
        assertEquals(List.of("WARN 2 events wait"), texts());
    }

    private void park(int seq) {
        StreamId stream = new StreamId("n2", "e");
        Event event = new Event("id" + seq, "t", stream, seq, seq, "a", "", 0, "", 1, "{}", "");
        store.write(handle -> {
            handle.replication().park(event, "unknown", clock.instant());
            situation.look(handle);
            return true;
        });
    }

    @Test
    void showsAnAlarmUntilItIsOld() {
        lanes(2);
        situation.alarm(new Effect.Alarm(Effect.Reason.CLONE, "n3", "at the greeting"));
        assertEquals(List.of("DANGER L3: a copy runs"), texts());
        clock.advance(Duration.ofMinutes(16));
        assertEquals(List.of("OK Lanes"), texts());
        assertEquals(1, situation.overview().alarms().size(), "it stays in the list");
    }

    @Test
    void saysThatAClockIsOffAndALabelIsThereTwice() {
        lanes(2);
        situation.says(
                "n2",
                new About("1.0", 4, "L2", "", clock.instant().plusSeconds(600).toEpochMilli()));
        assertEquals(List.of("WARN L2: clock is off"), texts());
        situation.says("n2", new About("1.0", 4, "L1", "", clock.millis()));
        assertEquals(List.of("WARN L2: label used twice"), texts());
        situation.says("n2", new About("1.0", 4, "L2", "", clock.millis()));
        assertEquals(List.of("OK Lanes"), texts());
    }

    @Test
    void tellsHowMuchOfTheHistoryIsHere() {
        lanes(1);
        situation.history(Optional.of("370"));
        assertEquals(List.of("WARN Past sales 37 %"), texts());
    }

    @Test
    void saysInTheOverviewThatALaneRunsAnotherVersion() {
        lanes(1);
        situation.says("n2", new About("2.0", 5, "L2", "", clock.millis()));
        assertEquals(
                "It runs version 2.0, this lane 1.0; bring them to the same.",
                situation.overview().peers().get(0).trouble());
    }
}
