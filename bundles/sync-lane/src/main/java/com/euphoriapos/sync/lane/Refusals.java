package com.euphoriapos.sync.lane;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts who was turned away. Thread-safe. */
final class Refusals {
    private final Map<Refusal, LongAdder> counts = new EnumMap<>(Refusal.class);

    Refusals() {
        for (Refusal kind : Refusal.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    void count(Refusal kind) {
        LongAdder adder = counts.get(kind);
        if (adder != null) {
            adder.increment();
        }
    }

    long of(Refusal kind) {
        LongAdder adder = counts.get(kind);
        return adder == null ? 0 : adder.sum();
    }

    /** Such as {@code unknown key 3, web page 1}; empty when nobody was. */
    String words() {
        StringBuilder words = new StringBuilder();
        counts.forEach((kind, count) -> {
            if (count.sum() > 0) {
                words.append(words.length() == 0 ? "" : ", ")
                        .append(kind.words())
                        .append(' ')
                        .append(count.sum());
            }
        });
        return words.toString();
    }
}
