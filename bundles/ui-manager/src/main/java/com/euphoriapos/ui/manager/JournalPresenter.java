package com.euphoriapos.ui.manager;

import com.euphoriapos.api.journal.Journal;
import com.euphoriapos.api.journal.Journal.Line;
import com.euphoriapos.api.journal.Journal.Person;
import com.euphoriapos.api.journal.Journal.Verification;
import com.euphoriapos.api.store.JournalRepository.Filter;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.kit.present.UiThread;
import com.euphoriapos.ui.manager.JournalState.Check;
import com.euphoriapos.ui.manager.JournalState.Wanted;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the journal, page by page, and verifies it. An answer to an older question is dropped. Screen's thread only; the
 * store is asked in the background.
 */
public final class JournalPresenter extends Presenter<JournalView> {
    /** Entries of one page. */
    static final int PAGE = 100;

    private static final Logger log = LoggerFactory.getLogger(JournalPresenter.class);

    private final Journal journal;
    private final Supplier<ZoneId> zone;
    private final Background background;
    private final UiThread ui;
    private final List<Line> lines = new ArrayList<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private Wanted wanted = Wanted.ALL;
    private List<String> kinds = List.of();
    private List<Person> people = List.of();
    private Optional<Line> chosen = Optional.empty();
    private String problem = "";
    private boolean reading;
    private boolean more;
    private int question;
    private volatile Check check = Check.NONE;

    /** @param zone of the store; its days are searched for */
    public JournalPresenter(Journal journal, Supplier<ZoneId> zone, Background background, UiThread ui) {
        this.journal = journal;
        this.zone = zone;
        this.background = background;
        this.ui = ui;
    }

    @Override
    protected void attached(JournalView newView) {
        render();
    }

    private record Choices(List<String> kinds, List<Person> people) {}

    /** The screen came to the front. */
    public void read() {
        background.run(
                () -> new Choices(journal.kinds(), journal.people()),
                choices -> {
                    kinds = choices.kinds();
                    people = choices.people();
                    render();
                },
                this::failed);
        search(wanted);
    }

    /** The screen went to the back, or the lane was locked: the next person finds nothing of it. */
    public void hidden() {
        question++;
        lines.clear();
        chosen = Optional.empty();
        wanted = Wanted.ALL;
        more = false;
        if (!check.running()) {
            check = Check.NONE;
        }
        render();
    }

    /** Something else is looked for. */
    public void search(Wanted now) {
        wanted = now;
        lines.clear();
        chosen = Optional.empty();
        more = false;
        Optional<Filter> filter = filter(Long.MAX_VALUE);
        question++;
        if (filter.isPresent()) {
            problem = "";
            page(filter.get());
        } else {
            reading = false;
            problem = "A day is written like 2026-11-23.";
        }
        render();
    }

    /** The end of what was read is in sight. */
    public void more() {
        if (more && !reading && !lines.isEmpty()) {
            filter(lines.get(lines.size() - 1).number()).ifPresent(this::page);
            render();
        }
    }

    /** A line is shown whole. */
    public void choose(int index) {
        chosen = index < 0 || index >= lines.size() ? Optional.empty() : Optional.of(lines.get(index));
        render();
    }

    /** Checks the whole journal. */
    public void verify() {
        if (check.running()) {
            return;
        }
        check = new Check(true, 0, 0, "", false);
        render();
        background.run(
                () -> journal.verify(this::progress), result -> verified(words(result)), e -> verified(failure(e)));
    }

    private void page(Filter filter) {
        int asked = question;
        reading = true;
        background.run(() -> journal.search(filter), found -> found(asked, found), e -> {
            if (asked == question) {
                failed(e);
            }
        });
    }

    private void found(int asked, List<Line> found) {
        if (asked == question) {
            reading = false;
            lines.addAll(found);
            more = found.size() == PAGE;
            render();
        }
    }

    private void failed(Exception e) {
        reading = false;
        problem = failure(e).words();
        render();
    }

    /** On the verification's thread; the screen is told at most once for what it has not painted yet. */
    private void progress(long done, long all) {
        check = new Check(true, done, all, "", false);
        if (told.compareAndSet(false, true)) {
            ui.later(() -> {
                told.set(false);
                render();
            });
        }
    }

    private void verified(Check result) {
        check = result;
        render();
    }

    private static Check words(Verification result) {
        if (result instanceof Verification.Broken broken) {
            return new Check(
                    false,
                    0,
                    0,
                    broken.what() + " Copy the data folder as it is and call support; selling goes on.",
                    true);
        }
        Verification.Intact intact = (Verification.Intact) result;
        String entries = Formats.count(intact.entries(), "entry is", "entries are");
        String remark = intact.remark().isEmpty() ? "" : " " + intact.remark();
        return new Check(false, 0, 0, "All " + entries + " as written." + remark, false);
    }

    private static Check failure(Exception e) {
        String sentence = Failure.sentence(
                e, log, "the journal could not be read", "The journal could not be read; the log says why");
        return new Check(false, 0, 0, sentence, true);
    }

    private Optional<Filter> filter(long before) {
        try {
            Optional<Instant> from = start(wanted.from(), 0);
            Optional<Instant> to = start(wanted.to(), 1);
            List<String> actors = wanted.person().isEmpty() ? List.of() : List.of(wanted.person());
            return Optional.of(new Filter(from, to, wanted.kind(), wanted.text().strip(), actors, before, PAGE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> start(String day, int plusDays) {
        return day.isBlank()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(day.strip())
                        .plusDays(plusDays)
                        .atStartOfDay(zone.get())
                        .toInstant());
    }

    private void render() {
        @Nullable JournalView now = view();
        if (now != null) {
            now.render(new JournalState(wanted, kinds, people, lines, chosen, problem, reading, check));
        }
    }
}
