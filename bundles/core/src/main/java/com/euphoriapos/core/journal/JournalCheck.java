package com.euphoriapos.core.journal;

import com.euphoriapos.api.journal.Journal.Progress;
import com.euphoriapos.api.journal.Journal.Verification;
import com.euphoriapos.api.journal.Journal.Verification.Broken;
import com.euphoriapos.api.journal.Journal.Verification.Intact;
import com.euphoriapos.api.store.JournalRepository.Damage;
import com.euphoriapos.api.store.JournalRepository.Link;
import com.euphoriapos.api.store.JournalRepository.Numbered;
import com.euphoriapos.api.store.JournalRepository.Seal;
import com.euphoriapos.api.store.JournalRepository.Walk;
import com.euphoriapos.api.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the first entry that is not as it was written. The chain alone shows a change by hand; that somebody changed an entry and
 * computed the chain anew shows only where a seal doesn't fit any longer. Reads in slices, each on a state of its own, because a long
 * read would keep the store's log from being emptied; only reads. Belongs to one check.
 */
final class JournalCheck {
    /** Entries in one read: a few milliseconds. */
    static final int SLICE = 500;

    private final Store store;
    private final SealSecrets.Found secrets;
    private final List<Seal> seals;
    private final List<Seal> unfit;
    private final Optional<Numbered> head;
    private final TreeMap<Long, String> expected = new TreeMap<>();

    private JournalCheck(Store store, SealSecrets.Found secrets) {
        this.store = store;
        this.secrets = secrets;
        record Book(List<Seal> seals, List<Seal> unfit, Optional<Numbered> head) {}
        Book book = store.read(handle -> new Book(
                handle.journal().seals(),
                handle.journal().unfitSeals(),
                handle.journal().head()));
        this.seals = book.seals();
        this.unfit = book.unfit();
        this.head = book.head();
        seals.forEach(seal -> expected.put(seal.number(), seal.hash()));
        // Last: a seal in the database can be exchanged, the anchor is in the secret store.
        secrets.anchor().ifPresent(link -> expected.put(link.number(), link.hash()));
    }

    /**
     * What came of it.
     *
     * @param last where something was found, the last entry that it may be about; else 0
     */
    record Result(Verification verification, long last) {
        private Result(Broken broken) {
            this(broken, broken.number());
        }
    }

    /** Walks the whole chain. */
    static Result whole(Store store, SealSecrets.Found secrets, Progress progress) {
        return new JournalCheck(store, secrets).walk(Link.START, progress);
    }

    /** Looks at all seals, and walks from the newest one that fits: soon done, and blind to a clumsy change before it. */
    static Result recent(Store store, SealSecrets.Found secrets) {
        JournalCheck check = new JournalCheck(store, secrets);
        Optional<Result> early = check.unfitSeal();
        if (early.isPresent()) {
            return early.get();
        }
        Link from = check.seals.isEmpty() ? Link.START : link(check.seals.get(check.seals.size() - 1));
        return check.walk(from, (done, all) -> {});
    }

    private static Link link(Seal seal) {
        return new Link(seal.number(), seal.hash());
    }

    private Optional<Result> unfitSeal() {
        Optional<Result> forged =
                seals.stream().filter(this::forged).findFirst().map(this::forgery);
        if (forged.isPresent()) {
            return forged;
        }
        TreeMap<Long, String> wrong = new TreeMap<>();
        unfit.forEach(seal -> wrong.put(seal.number(), seal.hash()));
        secrets.anchor().filter(link -> !stands(link)).ifPresent(link -> wrong.put(link.number(), link.hash()));
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        long first = wrong.firstKey();
        return Optional.of(first > headNumber() ? shortened(first) : rewritten(first));
    }

    private boolean stands(Link link) {
        return store.read(handle -> handle.journal().byNumber(link.number()))
                .map(entry -> entry.hash().equals(link.hash()))
                .orElse(false);
    }

    private Result walk(Link from, Progress progress) {
        Link at = from;
        boolean atEnd = false;
        while (!atEnd) {
            Map.Entry<Long, String> next = expected.higherEntry(at.number());
            long room = next == null ? SLICE : Math.min(SLICE, next.getKey() - at.number());
            Link start = at;
            Walk walk = store.read(handle -> handle.journal().check(start, (int) room));
            at = walk.end();
            if (walk.damage().isPresent()) {
                return damaged(at.number() + 1, walk.damage().get());
            }
            if (next != null && next.getKey() == at.number() && !next.getValue().equals(at.hash())) {
                return rewritten(at.number());
            }
            Optional<Result> forged = forgedAt(at.number());
            if (forged.isPresent()) {
                return forged.get();
            }
            atEnd = walk.atEnd();
            progress.done(at.number(), Math.max(at.number(), headNumber()));
        }
        Long missing = expected.higherKey(at.number());
        return missing == null ? new Result(intact(at.number()), 0) : shortened(missing);
    }

    private long headNumber() {
        return head.map(Numbered::number).orElse(0L);
    }

    private Optional<Result> forgedAt(long number) {
        return seals.stream()
                .filter(seal -> seal.number() == number && forged(seal))
                .findFirst()
                .map(this::forgery);
    }

    /** It claims to be made with the present key, and is not. */
    private boolean forged(Seal seal) {
        return secrets.key()
                .filter(key -> seal.keyId().equals(key.id()) && !key.made(seal))
                .isPresent();
    }

    private Result forgery(Seal seal) {
        String what =
                "The seal of entry " + seal.number() + " was not made by this lane: somebody wrote or changed it.";
        return new Result(new Broken(seal.number(), timeOf(seal.number()), what));
    }

    private Result damaged(long number, Damage damage) {
        String what =
                switch (damage) {
                    case CHANGED -> "Entry " + number + " was changed after it was written.";
                    case HASH_CHANGED -> "The hash of entry " + number + " was changed after it was written.";
                    case MISSING -> "Entry " + number + " is missing: it was deleted.";
                };
        return new Result(new Broken(number, timeOf(number), what));
    }

    private Result rewritten(long sealed) {
        Long before = expected.lowerKey(sealed);
        long first = before == null ? 1 : before + 1;
        String where = first == sealed ? "Entry " + sealed : "An entry from " + first + " to " + sealed;
        String what = where + " was changed and the chain computed anew: the seal of entry " + sealed + " doesn't fit.";
        return new Result(new Broken(first, timeOf(first), what), sealed);
    }

    private Result shortened(long sealed) {
        long first = headNumber() + 1;
        String what = "The journal ends with entry " + headNumber() + ", but entry " + sealed
                + " was sealed: the newest entries were deleted, or an older copy of the data was put back.";
        return new Result(new Broken(first, Optional.empty(), what), sealed);
    }

    private Optional<Instant> timeOf(long number) {
        return store.read(handle -> handle.journal().byNumber(number))
                .map(each -> each.entry().at());
    }

    private Intact intact(long entries) {
        Optional<String> keyId = secrets.key().map(SealKey::id);
        long ours = 0;
        Optional<Seal> foreign = Optional.empty();
        for (Seal seal : seals) {
            if (keyId.isPresent() && keyId.get().equals(seal.keyId())) {
                ours = seal.number();
            } else {
                foreign = Optional.of(seal);
            }
        }
        String remark = foreign.map(seal -> keyId.isEmpty()
                        ? "The lane's key can't be read, so its seals fit but prove nothing."
                        : "Entries up to " + seal.number()
                                + " were sealed with a key that this lane no longer has; that nobody"
                                + " changed them before the lane got its present key can't be vouched for.")
                .orElse("");
        return new Intact(entries, ours, remark);
    }
}
