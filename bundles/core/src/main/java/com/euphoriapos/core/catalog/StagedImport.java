package com.euphoriapos.core.catalog;

import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.store.StoreHandle;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Stores an import whole or not at all, without one long transaction that would hold up a sale. The changes are first written
 * beside the products, as the messages that other lanes will get ("staged"); then one small transaction commits to them; then
 * they are applied in slices, and each message goes out with its last slice. What is cut off before the commitment is thrown
 * away, what is cut off after it is finished at the next start: applying a slice twice is applying it once.
 */
final class StagedImport {
    private static final String STAGED = "import.staged";
    private static final String COMMITTED = "import.committed";
    private static final String PART = "import.part.";
    /** What one write should take; background work may take 25. */
    private static final long SLICE_NANOS = 10_000_000;

    private static final int SLICE_MIN = 4;
    private static final int SLICE_MAX = 200;

    private final Store store;
    /** Products saved in one write, made to fit this machine from write to write. */
    private int slice = SLICE_MIN;

    StagedImport(Store store) {
        this.store = store;
    }

    /** Writes the payloads beside the products; false when it was cancelled and all of it is gone again. */
    boolean stage(List<String> payloads, BooleanSupplier cancelled) {
        for (int i = 0; i < payloads.size(); i++) {
            int number = i;
            write(handle -> {
                handle.lane().put(STAGED, Integer.toString(number + 1));
                handle.lane().put(PART + number, payloads.get(number));
            });
            if (cancelled.getAsBoolean()) {
                discard();
                return false;
            }
        }
        return true;
    }

    /** The moment from which the import is kept, whatever happens. */
    void commit(int parts, JournalRepository.Entry entry) {
        write(handle -> {
            handle.lane().put(COMMITTED, "0 " + parts + " " + entry.actor());
            handle.lane().remove(STAGED);
            handle.journal().append(entry);
        });
    }

    /** Throws away what was staged and never committed to. */
    void discard() {
        Optional<String> staged = store.read(handle -> handle.lane().get(STAGED));
        if (staged.isEmpty()) {
            return;
        }
        int parts = Integer.parseInt(staged.get());
        for (int i = 0; i < parts; i++) {
            int number = i;
            write(handle -> handle.lane().remove(PART + number));
        }
        write(handle -> handle.lane().remove(STAGED));
    }

    /** Applies what is committed to; returns how many products it saved. */
    long apply(LongConsumer progress) {
        long done = 0;
        while (true) {
            Optional<String> committed = store.read(handle -> handle.lane().get(COMMITTED));
            if (committed.isEmpty()) {
                return done;
            }
            String[] fields = committed.get().split(" ", -1);
            Position position = new Position(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), fields[2]);
            done = applyPart(position, done, progress);
        }
    }

    private record Position(int part, int parts, String actor) {}

    private long applyPart(Position position, long doneBefore, LongConsumer progress) {
        String payload = store.read(handle -> handle.lane().get(PART + position.part()))
                .orElseThrow(() -> new IllegalStateException("part " + position.part() + " of an import is missing"));
        ProductJson.Payload part = ProductJson.read(payload);
        Instant at = Instant.ofEpochMilli(part.updatedAtMillis());
        List<ProductRecord> records = part.records();
        long done = doneBefore;
        int from = 0;
        while (from < records.size()) {
            int to = Math.min(records.size(), from + slice);
            boolean last = to == records.size();
            List<ProductRecord> some = records.subList(from, to);
            long nanos = store.write(Priority.BACKGROUND, handle -> {
                long start = System.nanoTime();
                some.forEach(one -> one.save(handle.catalog(), at));
                long saved = System.nanoTime();
                if (last) {
                    finishPart(handle, position, payload, at);
                }
                return saved - start;
            });
            slice = fitting(some.size(), nanos);
            from = to;
            done += some.size();
            progress.accept(done);
        }
        return done;
    }

    /** How many products fit into a slice when so many took so long; it at most doubles from one write to the next. */
    private static int fitting(int products, long nanos) {
        long fit = Math.min(2L * products, products * SLICE_NANOS / Math.max(1, nanos));
        return (int) Math.max(SLICE_MIN, Math.min(SLICE_MAX, fit));
    }

    private static void finishPart(StoreHandle handle, Position position, String payload, Instant at) {
        handle.outbox()
                .append(List.of(new OutboxRepository.Message(
                        UuidCreator.getTimeOrderedEpoch().toString(),
                        "product:bulk_upsert",
                        "product:bulk",
                        payload,
                        position.actor(),
                        at)));
        LaneRepository lane = handle.lane();
        lane.remove(PART + position.part());
        int next = position.part() + 1;
        if (next == position.parts()) {
            lane.remove(COMMITTED);
        } else {
            lane.put(COMMITTED, next + " " + position.parts() + " " + position.actor());
        }
    }

    private interface Change {
        void run(StoreHandle handle);
    }

    private void write(Change change) {
        store.write(Priority.BACKGROUND, handle -> {
            change.run(handle);
            return true;
        });
    }
}
