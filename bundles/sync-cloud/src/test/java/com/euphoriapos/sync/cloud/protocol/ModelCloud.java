package com.euphoriapos.sync.cloud.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Outcome;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cloud as its page says it is: positions, results, a feed of numbers. An event is its place; its link says so. */
final class ModelCloud {
    private static final int PAGE = 7;

    /** How often each event was applied. */
    Map<String, Integer> applied = new HashMap<>();

    private Map<StreamId, Long> positions = new HashMap<>();
    private final TreeMap<Long, Integer> feed = new TreeMap<>();
    private int feedEpoch;
    private Optional<Map<StreamId, Long>> backup = Optional.empty();
    private Map<String, Integer> backupApplied = Map.of();

    static Mark mark(StreamId stream, long seq) {
        return new Mark(seq, stream.epoch() + seq);
    }

    void change(int price) {
        feed.put(feed.isEmpty() ? 1L : feed.lastKey() + 1, price);
    }

    int price() {
        return feed.isEmpty() ? 0 : feed.lastEntry().getValue();
    }

    void save() {
        backup = Optional.of(new HashMap<>(positions));
        backupApplied = new HashMap<>(applied);
    }

    /** Back to the backup; the feed begins anew with what it says now. */
    boolean restore() {
        if (backup.isEmpty()) {
            return false;
        }
        positions = new HashMap<>(backup.get());
        applied = new HashMap<>(backupApplied);
        int price = price();
        feedEpoch++;
        feed.clear();
        change(price);
        return true;
    }

    CloudInput.Taken ingest(List<CloudEffect.Want> events) {
        List<Result> results = new ArrayList<>();
        for (CloudEffect.Want each : events) {
            long at = positions.getOrDefault(each.stream(), 0L);
            Outcome outcome;
            String reason = "";
            if (each.upTo() <= at) {
                outcome = Outcome.DUPLICATE;
            } else if (each.upTo() > at + 1) {
                outcome = Outcome.REFUSED;
                reason = "gap: " + at + " is the last one here";
            } else {
                outcome = Outcome.APPLIED;
                positions.put(each.stream(), each.upTo());
                applied.merge(each.stream() + "/" + each.upTo(), 1, Integer::sum);
            }
            results.add(new Result(each.stream(), each.upTo(), outcome, reason));
        }
        return new CloudInput.Taken(results, marks());
    }

    Map<StreamId, Mark> marks() {
        Map<StreamId, Mark> marks = new HashMap<>();
        positions.forEach((stream, seq) -> marks.put(stream, mark(stream, seq)));
        return marks;
    }

    /** A lane's place in the feed, and what it shows. */
    record Shown(int epoch, long seq, int price) {}

    /** What a lane shows after a page; empty where nothing is new. */
    Optional<Shown> page(Shown before) {
        long from = before.epoch() == feedEpoch ? before.seq() : 0;
        var news = feed.tailMap(from, false).entrySet().stream().limit(PAGE).toList();
        if (news.isEmpty()) {
            return Optional.empty();
        }
        var last = news.get(news.size() - 1);
        return Optional.of(new Shown(feedEpoch, last.getKey(), last.getValue()));
    }

    boolean hasMore(Shown shown) {
        return shown.epoch() != feedEpoch || !feed.isEmpty() && shown.seq() < feed.lastKey();
    }
}
