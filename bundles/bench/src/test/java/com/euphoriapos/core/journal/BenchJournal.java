package com.euphoriapos.core.journal;

import com.euphoriapos.api.journal.Journal.Verification;
import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.testkit.PassingStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Verifies a long journal; here, because the bundle shows only its service. */
public final class BenchJournal {
    private static final int BATCH = 5_000;

    private BenchJournal() {}

    /**
     * Fills the journal and verifies it.
     *
     * @return how long each of its reads took, in nanoseconds
     */
    public static long[] verify(Store store, int entries) {
        for (int from = 0; from < entries; from += BATCH) {
            int first = from;
            store.write(Store.Priority.BACKGROUND, handle -> {
                for (int i = first; i < Math.min(first + BATCH, entries); i++) {
                    handle.journal()
                            .append(new Entry(
                                    Instant.ofEpochSecond(1_800_000_000L + i),
                                    "SALE_COMPLETED",
                                    "0190a000-0000-7000-8000-000000000001",
                                    "0190a000-0000-7000-8000-" + (100_000_000_000L + i),
                                    "{\"receiptNumber\":\"L1-ABC-000001\",\"total\":4321}"));
                }
                return Boolean.TRUE;
            });
        }
        Timed timed = new Timed(store);
        Verification result = JournalCheck.whole(timed, SealSecrets.Found.NOTHING, (done, all) -> {})
                .verification();
        if (!(result instanceof Verification.Intact intact) || intact.entries() != entries) {
            throw new IllegalStateException("not intact: " + result);
        }
        return timed.nanos().stream().mapToLong(Long::longValue).toArray();
    }

    /** Remembers how long each read took. */
    private static final class Timed extends PassingStore {
        private final List<Long> nanos = new ArrayList<>();

        Timed(Store store) {
            super(store);
        }

        List<Long> nanos() {
            return nanos;
        }

        @Override
        public <T> T read(Work<T> query) {
            long start = System.nanoTime();
            T result = super.read(query);
            nanos.add(System.nanoTime() - start);
            return result;
        }
    }
}
