package com.euphoriapos.sync.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.HashChain;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a lane knows streams. Of each lane's log the newest openings are named; all that are older stand behind one digest, which two
 * lanes that hold the same of them have in common: a year of openings is not told again and again.
 *
 * @param marks streams and how far they are known
 * @param older by origin: what is behind the openings that are named; nothing where an origin is missing
 */
public record Positions(Map<StreamId, Mark> marks, Map<String, Older> older) {
    /** Nothing. */
    public static final Positions NONE = new Positions(Map.of(), Map.of());

    public Positions {
        marks = Collections.unmodifiableMap(new TreeMap<>(marks));
        older = Collections.unmodifiableMap(new TreeMap<>(older));
    }

    /**
     * Openings that are not named.
     *
     * @param before all that sort before this epoch
     * @param digest over their names and marks, in their order
     */
    public record Older(String before, String digest) {}

    /** Each by its name. */
    static Positions named(Map<StreamId, Mark> marks) {
        return new Positions(marks, Map.of());
    }

    /** The newest {@code names} openings of each origin by name, the older ones by digest. */
    static Positions summary(Map<StreamId, Mark> all, int names) {
        Map<String, TreeMap<String, Mark>> origins = new TreeMap<>();
        all.forEach((stream, mark) -> {
            if (mark.seq() > 0) {
                origins.computeIfAbsent(stream.origin(), o -> new TreeMap<>()).put(stream.epoch(), mark);
            }
        });
        Map<StreamId, Mark> marks = new TreeMap<>();
        Map<String, Older> older = new TreeMap<>();
        origins.forEach((origin, epochs) -> {
            String oldest = epochs.lastKey();
            for (int named = 0; named < names && !epochs.isEmpty(); named++) {
                Map.Entry<String, Mark> newest = epochs.pollLastEntry();
                oldest = newest.getKey();
                marks.put(new StreamId(origin, oldest), newest.getValue());
            }
            if (!epochs.isEmpty()) {
                older.put(origin, new Older(oldest, digest(epochs)));
            }
        });
        return new Positions(marks, older);
    }

    /** The digest of streams of one origin; the same for the same. */
    static String digestOf(Map<StreamId, Mark> marks) {
        TreeMap<String, Mark> epochs = new TreeMap<>();
        marks.forEach((stream, mark) -> epochs.put(stream.epoch(), mark));
        return digest(epochs);
    }

    private static String digest(TreeMap<String, Mark> epochs) {
        String hash = HashChain.START;
        for (Map.Entry<String, Mark> each : epochs.entrySet()) {
            Mark mark = each.getValue();
            hash = HashChain.next(hash, each.getKey(), Long.toString(mark.seq()), mark.hash());
        }
        return hash;
    }
}
