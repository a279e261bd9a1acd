package com.euphoriapos.core.checkout;

import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.StoreHandle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people did to a sale that the journal must have. Each has a number within the sale; how many of them stand in the journal is
 * kept in the transaction that writes them, so that whoever writes next, the open sale's keeper or the end of the sale, writes the
 * rest and none twice, even where an earlier commit failed without telling whether it did.
 *
 * @param earlier how many came before those in the list
 * @param all the others, in order; known to this process
 */
record SaleActs(int earlier, List<Act> all) {
    /** Lane-local key: the sale's id and how many of its acts the journal has. */
    static final String KEY_WRITTEN = "open_sale.journalled";

    static final SaleActs NONE = new SaleActs(0, List.of());

    /** One of them. */
    record Act(Instant at, String kind, String actor, String detail) {
        /**
         * In place of the end of a sale that could not be written, or was without this process knowing: it takes the end's number,
         * so that whatever comes next has one of its own.
         */
        Act resumed() {
            return new Act(at, LineJournal.SALE_RESUMED, actor, detail);
        }
    }

    SaleActs {
        all = List.copyOf(all);
    }

    SaleActs plus(Act act) {
        List<Act> more = new ArrayList<>(all);
        more.add(act);
        return new SaleActs(earlier, more);
    }

    /** How many there were in this sale. */
    int count() {
        return earlier + all.size();
    }

    /** Writes those that the journal does not have yet. */
    void write(StoreHandle handle, String saleId) {
        if (all.isEmpty()) {
            return;
        }
        int written = written(handle.lane().get(KEY_WRITTEN), saleId);
        if (written >= count()) {
            return;
        }
        for (Act act : all.subList(Math.max(0, written - earlier), all.size())) {
            handle.journal()
                    .append(new JournalRepository.Entry(act.at(), act.kind(), act.actor(), saleId, act.detail()));
        }
        handle.lane().put(KEY_WRITTEN, saleId + " " + count());
    }

    private static int written(Optional<String> mark, String saleId) {
        String prefix = saleId + " ";
        return mark.filter(text -> text.startsWith(prefix))
                .map(text -> Integer.parseInt(text.substring(prefix.length())))
                .orElse(0);
    }
}
