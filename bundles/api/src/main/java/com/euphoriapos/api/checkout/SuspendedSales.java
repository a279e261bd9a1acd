package com.euphoriapos.api.checkout;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.domain.BadgeCode;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sales that were put aside, on any lane of the store, to be resumed on any of them, once. Thread-safe; methods that read or write the
 * store or ask other lanes are not for the event thread.
 */
@ProviderType
public interface SuspendedSales {
    /** Letters that a note may have. */
    int NOTE_MAX = 60;

    /** What a chit's barcode holds: {@code S-}, the label of the lane, and digits; no product, receipt or badge is numbered so. */
    Pattern NUMBER = Pattern.compile("S-[A-Za-z0-9]{1,8}-[0-9]{3,5}");

    /** The number of a chit, if that is what was scanned. */
    static Optional<String> chitNumber(String scanned) {
        return Optional.of(BadgeCode.plain(scanned))
                .filter(code -> NUMBER.matcher(code).matches());
    }

    /**
     * Puts the sale in progress aside: durable, told to the other lanes, and its chit queued. Needs a sale with items and no payment.
     *
     * @param note what to know it by, such as "blue jacket"; may be empty
     */
    @Requires(Permission.SELL)
    SuspendResult suspend(String note);

    /** Those that nobody has resumed, of all lanes, newest first. */
    @Requires(Permission.SELL)
    List<Waiting> waiting();

    /**
     * Makes a suspended sale the sale in progress, unless there is one; asks the other lanes first, for two seconds at most. A store that
     * is apart from some lanes lets it be resumed; should one of them do the same, a manager is told when they meet again.
     */
    @Requires(Permission.SELL)
    ResumeResult resume(String id);

    /** As {@link #resume}, by the number on the chit. */
    @Requires(Permission.SELL)
    ResumeResult resumeByNumber(String number);

    @Unrestricted("hears only that the number changed")
    void addListener(Listener listener);

    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /**
     * A suspended sale.
     *
     * @param number on its chit
     * @param workstationId lane where it was suspended
     * @param operatorName who did
     */
    record Waiting(
            String id,
            String number,
            String workstationId,
            String operatorName,
            Money total,
            Quantity items,
            String note,
            Instant at) {}

    /** What became of putting a sale aside. */
    sealed interface SuspendResult {
        /** It waits. */
        record Suspended(Waiting sale) implements SuspendResult {}

        /** Not; a sentence says why. The sale is as it was. */
        record Refused(String reason) implements SuspendResult {}
    }

    /** What became of resuming a sale. */
    sealed interface ResumeResult {
        /**
         * It is the sale in progress.
         *
         * @param apartFrom labels of the lanes that could not be asked
         */
        record Resumed(Waiting sale, List<String> apartFrom) implements ResumeResult {
            public Resumed {
                apartFrom = List.copyOf(apartFrom);
            }
        }

        /** Somebody has it; the label of their lane. */
        record Taken(String byLabel) implements ResumeResult {}

        /** Not decided; a sentence says why. It waits on: try again. */
        record Undecided(String reason) implements ResumeResult {}

        /** Not; a sentence says why. It waits on. */
        record Refused(String reason) implements ResumeResult {}
    }

    /** Hears that sales were suspended or resumed, here or on another lane; on any thread, return at once. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void suspendedChanged();
    }
}
