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

/** Compares this lane with the others, on demand and at night. On the caller's thread, which waits. */
final class Audit {
    private static final int ROUNDS = 16;
    private static final long ROUND_MILLIS = 500;
    private static final int COMPARISONS = 5;
    /** Buckets that are looked into, and rows that are named. */
    private static final int BUCKETS = 3;

    private static final int NAMES = 5;

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

    /** What both hold after the same events; asked again while events are on their way. */
    private Finding tables(PairedLane lane) {
        String name = "Lane " + lane.label();
        for (int round = 0; round < COMPARISONS; round++) {
            Tables mine = Tables.read(store());
            Optional<Frame.Checksum> theirs = engine.questions().checksum(lane.node(), mine);
            if (theirs.isEmpty()) {
                return new Finding(lane.node(), false, name + " did not answer what its tables hold.");
            }
            if (mine.parked() + theirs.get().parked() > 0) {
                return new Finding(
                        lane.node(),
                        false,
                        name + " or this lane keeps events that are not applied; look at those first.");
            }
            if (theirs.get().vector().equals(mine.vector())) {
                return compared(lane, mine, theirs.get());
            }
            pause();
        }
        return new Finding(lane.node(), false, name + " sells too busily to be compared; try again when it is quiet.");
    }

    private Finding compared(PairedLane lane, Tables mine, Frame.Checksum theirs) {
        String name = "Lane " + lane.label();
        List<String> differing = mine.differing(theirs);
        if (differing.isEmpty()) {
            engine.situation().alarms().clear("STATE", lane.node());
            engine.situation().changed();
            return new Finding(lane.node(), true, name + " shows the same of everything that lanes share.");
        }
        StringBuilder what = new StringBuilder();
        for (String table : differing) {
            what.append(what.length() == 0 ? "" : "; ").append(table).append(rows(lane.node(), table, mine));
        }
        String text = name + " and this lane hold the same events, but not the same " + what
                + ". Both sell on; nothing was changed. Call support.";
        engine.situation().alarms().raise("STATE", lane.node(), text);
        engine.situation().changed();
        return new Finding(lane.node(), false, text);
    }

    /** Names some of the rows that differ. */
    private String rows(String node, String table, Tables mine) {
        List<String> my = mine.buckets().getOrDefault(table, List.of());
        List<String> theirs = engine.questions()
                .buckets(node, table)
                .map(Frame.Buckets::digests)
                .orElse(List.of());
        Set<String> names = new TreeSet<>();
        int looked = 0;
        for (int bucket = 0; bucket < Math.min(my.size(), theirs.size()) && looked < BUCKETS; bucket++) {
            if (!my.get(bucket).equals(theirs.get(bucket))) {
                looked++;
                Map<String, String> here = engine.questions().rows(table, bucket);
                Map<String, String> there = engine.questions()
                        .rows(node, table, bucket)
                        .map(Frame.Rows::rows)
                        .orElse(here);
                here.forEach((id, digest) -> addIf(names, id, !digest.equals(there.get(id))));
                there.keySet().forEach(id -> addIf(names, id, !here.containsKey(id)));
            }
        }
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    private static void addIf(Set<String> names, String id, boolean differs) {
        if (differs && names.size() < NAMES) {
            names.add(id);
        }
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
