package com.euphoriapos.api.receipt;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Permission;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Receipts and their queue. Thread-safe; all but {@link #queue()} may touch the store: not on the event thread. */
@ProviderType
public interface Receipts {
    /** The receipt as text of that many columns, for a screen. */
    @Unrestricted("lays out a sale that the caller has; reads nothing")
    String text(CompletedTransaction transaction, int columns);

    /** Queues another receipt, marked DUPLICATE n; returns n, or empty when there is no such sale. */
    @Requires(Permission.READ_HISTORY)
    Optional<Integer> reprint(String transactionId);

    /** The present state of the queue; returns at once, on any thread. */
    @Unrestricted("how many wait and why, for the lane bar; no sale")
    QueueState queue();

    /** Takes the oldest waiting job out of the queue; it can be reprinted from the history. */
    @Requires({Permission.SELL, Permission.READ_HISTORY})
    void skipOldest();

    /** Adds a listener, called on a thread of the queue. */
    @Unrestricted("hears only how many wait and why")
    void addListener(Listener listener);

    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /**
     * The queue.
     *
     * @param waiting jobs that are not printed
     * @param printerPresent whether a receipt printer is there at all
     * @param trouble why the oldest is not printed, in a few words; empty when nothing is wrong
     */
    record QueueState(long waiting, boolean printerPresent, String trouble) {}

    /** Hears of every change of the queue. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void queueChanged(QueueState state);
    }
}
