package com.euphoriapos.core.catalog;

import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.core.catalog.ProductMessages.By;
import com.euphoriapos.domain.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Stores an import whole or not at all, without one long transaction that would hold up a sale. The changes are first written
 * beside the products ("staged"); then one small transaction commits to them; then
 * they are applied in slices, each with its message and the place where to go on. What is cut off before the commitment is thrown
 * away, what is cut off after it is finished at the next start.
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
            handle.lane().put(COMMITTED, new Position(0, parts, entry.actor(), 0).text());
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
            done = applyPart(Position.parse(committed.get()), done, progress);
        }
    }

    /**
     * How far an import has come.
     *
     * @param part number of the part that is applied, from 0
     * @param from how many of its products are applied
     */
    private record Position(int part, int parts, String actor, int from) {
        static Position parse(String text) {
            String[] fields = text.split(" ", -1);
            int from = fields.length > 3 ? Integer.parseInt(fields[3]) : 0;
            return new Position(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), fields[2], from);
        }

        String text() {
            return part + " " + parts + " " + actor + " " + from;
        }
    }

    private long applyPart(Position position, long doneBefore, LongConsumer progress) {
        String payload = store.read(handle -> handle.lane().get(PART + position.part()))
                .orElseThrow(() -> new IllegalStateException("part " + position.part() + " of an import is missing"));
        ProductJson.Staged part = ProductJson.read(payload);
        Instant at = Instant.ofEpochMilli(part.updatedAtMillis());
        List<ProductRecord> records = part.records();
        long done = doneBefore;
        int from = position.from();
        do {
            int to = Math.min(records.size(), from + slice);
            Position next = to == records.size()
                    ? new Position(position.part() + 1, position.parts(), position.actor(), 0)
                    : new Position(position.part(), position.parts(), position.actor(), to);
            List<ProductRecord> some = records.subList(from, to);
            long nanos = store.write(Priority.BACKGROUND, handle -> {
                long start = System.nanoTime();
                ProductMessages.save(handle, some, new By(position.actor(), role(handle, position.actor()), at));
                moveTo(handle.lane(), position, next);
                return System.nanoTime() - start;
            });
            slice = fitting(some.size(), nanos);
            from = to;
            done += some.size();
            progress.accept(done);
        } while (from < records.size());
        return done;
    }

    /** As the store has it now: an import that a crash cut off may be finished after its author got another role. */
    private static String role(StoreHandle handle, String actor) {
        return actor.equals(Guard.ACTOR)
                ? Role.OWNER.name()
                : handle.employees()
                        .byId(actor)
                        .map(person -> person.role().name())
                        .orElse("");
    }

    /** How many products fit into a slice when so many took so long; it at most doubles from one write to the next. */
    private static int fitting(int products, long nanos) {
        long fit = Math.min(2L * products, products * SLICE_NANOS / Math.max(1, nanos));
        return (int) Math.max(SLICE_MIN, Math.min(SLICE_MAX, fit));
    }

    private static void moveTo(LaneRepository lane, Position position, Position next) {
        if (next.part() > position.part()) {
            lane.remove(PART + position.part());
        }
        if (next.part() == position.parts()) {
            lane.remove(COMMITTED);
        } else {
            lane.put(COMMITTED, next.text());
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
