package com.euphoriapos.device.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counters of fixed names, all there from the start. Thread-safe. */
final class Counters {
    private final Map<String, AtomicLong> values = new LinkedHashMap<>();

    Counters(String... names) {
        List.of(names).forEach(name -> values.put(name, new AtomicLong()));
    }

    void count(String name) {
        AtomicLong value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no counter " + name);
        }
        value.incrementAndGet();
    }

    Map<String, Long> snapshot() {
        Map<String, Long> now = new TreeMap<>();
        values.forEach((name, value) -> now.put(name, value.get()));
        return Map.copyOf(now);
    }
}
