package com.euphoriapos.core.journal;

import com.euphoriapos.api.store.JournalRepository.Link;
import com.euphoriapos.api.store.JournalRepository.Numbered;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Tells the other lanes how far this one's journal goes: once a day, after every hundred entries, and at the stop. Whoever deletes the
 * newest entries here can't delete what was told.
 */
record HeadNews(Store store, Clock clock) {
    /** So many entries are told at once. */
    static final int ENTRIES = 100;

    private static final String TOLD = "journal.told";

    /** What was told last, and on which day. */
    private record Told(long number, LocalDate day) {
        static final Told NOTHING = new Told(0, LocalDate.MIN);

        static Told of(Optional<String> stored) {
            return stored.map(text -> text.split(" ", -1))
                    .map(words -> new Told(Long.parseLong(words[0]), LocalDate.parse(words[1])))
                    .orElse(NOTHING);
        }
    }

    /** @param stopping whether this is the last chance to tell */
    void tell(boolean stopping) {
        Instant now = clock.instant();
        if (store.read(handle -> due(handle, now, stopping)).isPresent()) {
            store.write(Store.Priority.BACKGROUND, handle -> {
                due(handle, now, stopping).ifPresent(head -> {
                    handle.outbox().append(List.of(HeadMessages.head(head, now)));
                    handle.lane().put(TOLD, head.number() + " " + day(now));
                });
                return Boolean.TRUE;
            });
        }
    }

    /** What is to be told now; nothing before the lane is set up, because its identity says whose journal it is. */
    private static Optional<Link> due(StoreHandle handle, Instant now, boolean stopping) {
        Optional<Numbered> head = handle.journal().head();
        if (head.isEmpty()
                || handle.lane().get(LaneRepository.KEY_WORKSTATION_ID).isEmpty()) {
            return Optional.empty();
        }
        Told told = Told.of(handle.lane().get(TOLD));
        long number = head.get().number();
        boolean due = number < told.number()
                || number > told.number()
                        && (stopping
                                || number - told.number() >= ENTRIES
                                || !told.day().equals(day(now)));
        return due ? Optional.of(new Link(number, head.get().hash())) : Optional.empty();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
