package com.euphoriapos.ui.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.journal.Journal;
import com.euphoriapos.api.store.JournalRepository.Filter;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.manager.JournalState.Wanted;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalPresenterTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final SteppedBackground background = new SteppedBackground();
    private final Book journal = new Book();
    private @Nullable JournalState state;
    private final JournalPresenter presenter =
            new JournalPresenter(journal, () -> NEW_YORK, background, new DirectUiThread());

    /** 250 entries. */
    private static final class Book implements Journal {
        private final List<Filter> asked = new ArrayList<>();
        private Verification result = new Verification.Intact(250, 240, "");

        @Override
        public List<Line> search(Filter filter) {
            asked.add(filter);
            List<Line> lines = new ArrayList<>();
            long number = Math.min(250, filter.before() - 1);
            while (number > 0 && lines.size() < filter.limit()) {
                lines.add(new Line(number, Instant.EPOCH, "NO_SALE", "Dana", "", "", ""));
                number--;
            }
            return lines;
        }

        @Override
        public List<String> kinds() {
            return List.of("NO_SALE");
        }

        @Override
        public List<Person> people() {
            return List.of(new Person("e1", "Dana"));
        }

        @Override
        public Verification verify(Progress progress) {
            progress.done(100, 250);
            return result;
        }
    }

    @BeforeEach
    void open() {
        presenter.attach(newState -> state = newState);
        presenter.read();
        background.finish();
    }

    private JournalState shown() {
        JournalState now = state;
        if (now == null) {
            throw new AssertionError("nothing was shown");
        }
        return now;
    }

    @Test
    void readsPageAfterPageUntilTheEnd() {
        assertEquals(100, shown().lines().size());
        for (int i = 0; i < 5; i++) {
            presenter.more();
            presenter.more();
            background.finish();
        }
        assertEquals(250, shown().lines().size());
        assertEquals(1, shown().lines().get(249).number());
        assertEquals(3, journal.asked.size());
    }

    @Test
    void searchesWholeDaysOfTheStore() {
        presenter.search(new Wanted("2026-11-23", "2026-11-23", "NO_SALE", "e1", " x "));
        background.finish();
        Filter filter = journal.asked.get(journal.asked.size() - 1);
        assertEquals(Optional.of(Instant.parse("2026-11-23T05:00:00Z")), filter.from());
        assertEquals(Optional.of(Instant.parse("2026-11-24T05:00:00Z")), filter.to());
        assertEquals(List.of("e1"), filter.actors());
        assertEquals("x", filter.text());
    }

    @Test
    void saysWhenADayIsNone() {
        presenter.search(new Wanted("23.11.2026", "", "", "", ""));
        background.finish();
        assertEquals("A day is written like 2026-11-23.", shown().problem());
        assertEquals(List.of(), shown().lines());
    }

    @Test
    void dropsTheAnswerToAnOlderQuestion() {
        presenter.search(new Wanted("", "", "NO_SALE", "", ""));
        presenter.search(new Wanted("bad", "", "", "", ""));
        background.finish();
        assertEquals(List.of(), shown().lines());
    }

    @Test
    void saysWhatAVerificationFound() {
        presenter.verify();
        assertTrue(shown().check().running());
        background.finish();
        assertEquals("All 250 entries are as written.", shown().check().words());
        assertFalse(shown().check().bad());
        journal.result = new Journal.Verification.Broken(14, Optional.empty(), "Entry 14 was changed.");
        presenter.verify();
        background.finish();
        assertTrue(shown().check().bad());
        assertTrue(shown().check().words().startsWith("Entry 14 was changed."));
    }

    @Test
    void theNextPersonFindsNothingOfIt() {
        presenter.choose(3);
        presenter.hidden();
        assertEquals(List.of(), shown().lines());
        assertEquals(Optional.empty(), shown().chosen());
    }
}
