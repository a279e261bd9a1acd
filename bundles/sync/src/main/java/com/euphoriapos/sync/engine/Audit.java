package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Compares this lane with the others, on demand and at night. On the caller's thread, which waits. */
final class Audit {
    private static final int ROUNDS = 16;
    private static final long ROUND_MILLIS = 500;

    private final Engine engine;

    Audit(Engine engine) {
        this.engine = engine;
    }

    /** What this lane holds, and each connected peer by its own word. */
    private record Known(Map<StreamId, Mark> mine, Map<String, Map<StreamId, Mark>> peers) {}

    List<Finding> reconcile() {
        List<Finding> findings = new ArrayList<>();
        Optional<Book> book = engine.situation().book();
        if (book.isEmpty()) {
            return findings;
        }
        findings.add(ownLog(book.get().me()));
        engine.with(Session::compare);
        Known known = known();
        for (int round = 0; round < ROUNDS && !agrees(known); round++) {
            pause();
            known = known();
        }
        for (PairedLane lane : book.get().others()) {
            if (lane.maySpeak()) {
                findings.add(positions(lane, known));
            }
        }
        return findings;
    }

    private Finding ownLog(PairedLane me) {
        try {
            Optional<String> broken =
                    engine.setting().store().read(handle -> handle.outbox().firstBroken());
            return broken.map(id -> new Finding(
                            me.node(),
                            false,
                            "This lane's own log was changed on the disk at event " + id + ". Call support."))
                    .orElseGet(() -> new Finding(me.node(), true, "This lane's own log is as it was written."));
        } catch (StoreException e) {
            return new Finding(me.node(), false, "This lane's log can't be read: " + e.getMessage());
        }
    }

    private Known known() {
        CompletableFuture<Known> answer = new CompletableFuture<>();
        engine.with(session -> answer.complete(
                new Known(session.replica().vector(), session.replica().peers())));
        try {
            return answer.get(ROUND_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Known(Map.of(), Map.of());
        } catch (ExecutionException | TimeoutException e) {
            return new Known(Map.of(), Map.of());
        }
    }

    private static boolean agrees(Known known) {
        return known.peers().values().stream()
                .allMatch(theirs -> missing(known.mine(), theirs) == 0 && missing(theirs, known.mine()) == 0);
    }

    /** How many events of the one the other lacks. */
    private static long missing(Map<StreamId, Mark> one, Map<StreamId, Mark> other) {
        return one.entrySet().stream()
                .mapToLong(each -> Math.max(
                        0,
                        each.getValue().seq()
                                - other.getOrDefault(each.getKey(), Mark.NONE).seq()))
                .sum();
    }

    private static Finding positions(PairedLane lane, Known known) {
        Map<StreamId, Mark> theirs = known.peers().get(lane.node());
        String name = "Lane " + lane.label();
        if (theirs == null) {
            return new Finding(lane.node(), false, name + " is not connected; nothing could be compared.");
        }
        long differing = theirs.entrySet().stream()
                .filter(each -> {
                    Mark mine = known.mine().getOrDefault(each.getKey(), Mark.NONE);
                    return mine.seq() == each.getValue().seq() && !mine.equals(each.getValue());
                })
                .count();
        if (differing > 0) {
            return new Finding(
                    lane.node(), false, name + " holds other events in " + differing + " logs. Call support.");
        }
        long there = missing(known.mine(), theirs);
        long here = missing(theirs, known.mine());
        return there + here == 0
                ? new Finding(lane.node(), true, name + " holds the same events.")
                : new Finding(
                        lane.node(),
                        false,
                        name + " lacks " + there + " events, this lane " + here + "; they are on their way.");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
