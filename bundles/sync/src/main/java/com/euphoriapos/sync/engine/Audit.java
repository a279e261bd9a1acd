package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.protocol.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Compares this lane with the others, on demand and at night. On the caller's thread, which waits. */
final class Audit {
    private static final int ROUNDS = 16;
    private static final long ROUND_MILLIS = 500;
    private static final int COMPARISONS = 5;
    /** Rows that are named. */
    private static final int NAMES = 5;

    private final Engine engine;
    private final Healing healing;
    private final LogHealing logs;

    Audit(Engine engine) {
        this.engine = engine;
        this.healing = new Healing(engine);
        this.logs = new LogHealing(engine);
    }

    /** What this lane holds, and each connected peer by its own word. */
    private record Known(Map<StreamId, Mark> mine, Map<String, Map<StreamId, Mark>> peers) {}

    /** Fetches events anew that are not as they were written; nothing where all are. */
    List<Finding> healLogs() {
        return engine.situation().book().map(logs::heal).orElse(List.of());
    }

    List<Finding> reconcile() {
        List<Finding> findings = new ArrayList<>();
        Optional<Book> book = engine.situation().book();
        if (book.isEmpty()) {
            return findings;
        }
        if (engine.situation().history().isPresent()) {
            findings.add(new Finding(
                    book.get().me().node(),
                    false,
                    "The store's past sales are still arriving here; compare again when they are."));
            return findings;
        }
        findings.addAll(logs.heal(book.get()));
        findings.add(ownLog(book.get().me()));
        findings.add(ownStock(book.get().me()));
        engine.with(Session::compare);
        Known known = known();
        for (int round = 0; round < ROUNDS && !agrees(known); round++) {
            pause();
            known = known();
        }
        for (PairedLane lane : book.get().others()) {
            if (lane.maySpeak()) {
                Finding finding = positions(lane, known);
                findings.add(finding);
                if (finding.good()) {
                    engine.situation().agrees(lane.node());
                    findings.add(tables(lane));
                }
            }
        }
        return findings;
    }

    private Finding ownStock(PairedLane me) {
        try {
            long unfit = store().read(handle -> handle.audit().unfitStock());
            if (unfit == 0) {
                return new Finding(me.node(), true, "All stock is the sum of its changes.");
            }
            store().write(Store.Priority.BACKGROUND, handle -> {
                handle.audit().mendStock();
                return true;
            });
            return new Finding(
                    me.node(),
                    false,
                    "The stock of " + unfit + " products was not the sum of its changes, and was put right.");
        } catch (StoreException e) {
            return new Finding(me.node(), false, "The stock can't be read: " + e.getMessage());
        }
    }

    /** What both hold after the same events; asked again while events are on their way, and after rows were put right. */
    private Finding tables(PairedLane lane) {
        String name = "Lane " + lane.label();
        int mended = 0;
        List<String> differing = List.of();
        for (int round = 0; round < COMPARISONS; round++) {
            Tables mine = Tables.read(store());
            Optional<Frame.Checksum> theirs = engine.questions().checksum(lane.node(), mine);
            if (theirs.isEmpty()) {
                return new Finding(lane.node(), false, name + " did not answer what its tables hold.");
            }
            boolean parked = mine.parked() + theirs.get().parked() > 0;
            if (theirs.get().vector().equals(mine.vector())) {
                differing = mine.differing(theirs.get());
                int now = differing.isEmpty() ? 0 : healing.heal(lane, differing, mine, !parked);
                mended += now;
                if (now == 0 && parked) {
                    return parked(lane, differing, mended);
                }
                if (now == 0) {
                    return differing.isEmpty() ? same(lane, mended) : differ(lane, differing, mine);
                }
            } else {
                pause();
            }
        }
        return differing.isEmpty()
                ? new Finding(
                        lane.node(), false, name + " sells too busily to be compared; try again when it is quiet.")
                : differ(lane, differing, Tables.read(store()));
    }

    /** Of rows that differ it can't be said whether the events that one of them keeps would make them the same. */
    private Finding parked(PairedLane lane, List<String> differing, int mended) {
        engine.situation().changed();
        return new Finding(
                lane.node(),
                false,
                "Lane " + lane.label() + " or this lane keeps events that are not applied; look at those first. "
                        + (mended == 0 ? "" : mended + " rows were put right by the logs. ")
                        + (differing.isEmpty()
                                ? "Both show the same."
                                : "What both show of " + String.join(", ", differing) + " is not the same."));
    }

    private Finding same(PairedLane lane, int mended) {
        String name = "Lane " + lane.label();
        engine.situation().alarms().clear("STATE", lane.node());
        engine.repair().settled(lane.label());
        engine.situation().changed();
        return mended == 0
                ? new Finding(lane.node(), true, name + " shows the same of everything that lanes share.")
                : new Finding(
                        lane.node(),
                        false,
                        name + " and this lane held " + mended
                                + " rows differently after the same events. They were put"
                                + " right, and show the same now; what stood there before is kept apart. If this comes"
                                + " again, check the disks of both.");
    }

    private Finding differ(PairedLane lane, List<String> differing, Tables mine) {
        String name = "Lane " + lane.label();
        StringBuilder what = new StringBuilder();
        for (String table : differing) {
            Set<String> names = healing.differing(lane.node(), table, mine).keySet();
            engine.repair().told(Repair.DIFFERS, table, new TreeSet<>(names), lane.label());
            String some = names.stream().limit(NAMES).collect(Collectors.joining(", "));
            what.append(what.length() == 0 ? "" : "; ").append(table).append(some.isEmpty() ? "" : " (" + some + ")");
        }
        String text = name + " and this lane hold the same events, but not the same " + what
                + ". The logs do not go back so far, and most lanes do not speak against this one. Both sell on; nothing was"
                + " changed. See Review.";
        engine.situation().alarms().raise("STATE", lane.node(), text);
        engine.situation().changed();
        return new Finding(lane.node(), false, text);
    }

    private Store store() {
        return engine.setting().store();
    }

    private Finding ownLog(PairedLane me) {
        try {
            Optional<String> broken = store().read(handle -> handle.outbox().firstBroken());
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
