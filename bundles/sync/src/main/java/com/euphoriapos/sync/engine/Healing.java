package com.euphoriapos.sync.engine;

import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.sync.protocol.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a comparison does about rows that differ after the same events: each of the two lanes writes them anew from its own log; where that
 * decides nothing, what two lanes or more hold alike, and more of them than hold what this one does, takes the place of it here. A lane
 * changes nothing but its own rows.
 */
final class Healing {
    /** Rows of one table that are looked into at once. */
    private static final int ROWS = 300;

    private final Engine engine;

    Healing(Engine engine) {
        this.engine = engine;
    }

    private Questions questions() {
        return engine.questions();
    }

    /** Names of rows that differ, with their buckets. */
    Map<String, Integer> differing(String node, String table, Tables mine) {
        List<String> my = mine.buckets().getOrDefault(table, List.of());
        List<String> theirs =
                questions().buckets(node, table).map(Frame.Buckets::digests).orElse(List.of());
        Map<String, Integer> names = new TreeMap<>();
        for (int bucket = 0; bucket < Math.min(my.size(), theirs.size()) && names.size() < ROWS; bucket++) {
            if (!my.get(bucket).equals(theirs.get(bucket))) {
                Map<String, String> here = questions().rows(table, bucket);
                Map<String, String> there = questions()
                        .rows(node, table, bucket)
                        .map(Frame.Rows::rows)
                        .orElse(here);
                Set<String> all = new TreeSet<>(here.keySet());
                all.addAll(there.keySet());
                for (String name : all) {
                    if (!Optional.ofNullable(here.get(name)).equals(Optional.ofNullable(there.get(name)))) {
                        names.put(name, bucket);
                    }
                }
            }
        }
        return names;
    }

    /**
     * Returns how many rows became others, here and there.
     *
     * @param byMost whether most lanes decide where no log does: not while events are parked, which would make rows others, too
     */
    int heal(PairedLane lane, List<String> tables, Tables mine, boolean byMost) {
        int mended = 0;
        for (String table : tables) {
            Map<String, Integer> names = differing(lane.node(), table, mine);
            if (!names.isEmpty()) {
                int here = engine.repair().fromLog(table, names.keySet()).size();
                int there = questions().mend(lane.node(), table, List.copyOf(names.keySet()));
                mended += here + there == 0 && byMost ? byMost(table, names, mine) : here + there;
            }
        }
        return mended;
    }

    /** One lane's rows of the buckets that were asked for. */
    private final class Held {
        private final String node;
        private final String table;
        private final Map<Integer, Map<String, String>> buckets = new HashMap<>();

        Held(String node, String table) {
            this.node = node;
            this.table = table;
        }

        String digest(String name, int bucket) {
            return buckets.computeIfAbsent(bucket, b -> questions()
                            .rows(node, table, b)
                            .map(Frame.Rows::rows)
                            .orElse(Map.of()))
                    .getOrDefault(name, "");
        }
    }

    private int byMost(String table, Map<String, Integer> names, Tables mine) {
        List<Held> others = engine.situation().book().orElseThrow().others().stream()
                .filter(PairedLane::maySpeak)
                .filter(lane -> questions()
                        .checksum(lane.node(), mine)
                        .filter(theirs -> theirs.vector().equals(mine.vector()) && theirs.parked() == 0)
                        .isPresent())
                .map(lane -> new Held(lane.node(), table))
                .toList();
        Set<String> taken = new TreeSet<>();
        Map<Integer, Map<String, String>> here = new HashMap<>();
        names.forEach((name, bucket) -> {
            String my = here.computeIfAbsent(bucket, b -> questions().rows(table, b))
                    .getOrDefault(name, "");
            Map<String, List<Held>> votes = new TreeMap<>();
            others.forEach(held -> votes.computeIfAbsent(held.digest(name, bucket), d -> new ArrayList<>())
                    .add(held));
            int same = votes.getOrDefault(my, List.of()).size() + 1;
            votes.entrySet().stream()
                    .filter(each -> !each.getKey().equals(my))
                    .filter(each ->
                            each.getValue().size() >= 2 && each.getValue().size() > same)
                    .filter(each ->
                            take(table, name, each.getKey(), each.getValue().get(0)))
                    .findFirst()
                    .ifPresent(each -> taken.add(name));
        });
        engine.repair().told(Repair.MENDED, table, taken, "lanes");
        return taken.size();
    }

    private boolean take(String table, String name, String digest, Held from) {
        boolean codes = table.equals("barcodes");
        if (digest.isEmpty() && !codes) {
            // What others do not have is not deleted.
            return false;
        }
        String contentTable = codes ? "products" : table;
        String id = codes ? name.substring(0, Math.max(0, name.indexOf(' '))) : name;
        return questions()
                .content(from.node, contentTable, id)
                .filter(content -> engine.repair().fromOthers(table, name, content, digest))
                .isPresent();
    }
}
