package com.euphoriapos.ui.manager;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.lane.Lanes.InviteResult;
import com.euphoriapos.api.lane.Lanes.Result;
import com.euphoriapos.api.replication.Pairing.Invite;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.manager.LanesState.Act;
import com.euphoriapos.ui.manager.LanesState.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lanes of the store: how they stand, who gets in, who goes. An invite stays open while one looks elsewhere, because whoever opened
 * it walks over to the new machine. Screen's thread only; the lanes are asked in the background.
 */
public final class LanesPresenter extends Presenter<LanesView> {
    /** Between the use of a code and the sight of the new lane in the list. */
    private static final Duration USED = Duration.ofSeconds(3);

    private static final String SPENT =
            "The code is no longer good: a lane has used it. Look whether the new lane is in the list; if not,"
                    + " invite again.";
    private static final Logger log = LoggerFactory.getLogger(LanesPresenter.class);

    private final Lanes lanes;
    private final Errand errand;
    private final InstantSource clock;
    private final Runnable leave;
    private String chosen = "";
    private Optional<Invite> invite = Optional.empty();
    private Set<String> knownAtInvite = Set.of();
    private Optional<Instant> spentAt = Optional.empty();
    private Optional<Act> asking = Optional.empty();
    private @Nullable LanesState shown;

    /** @param leave goes back to the screen before */
    public LanesPresenter(Lanes lanes, Background background, InstantSource clock, Runnable leave) {
        this.lanes = lanes;
        this.errand = new Errand(background, LanesPresenter::sentence, this::render);
        this.clock = clock;
        this.leave = leave;
    }

    @Override
    protected void attached(LanesView newView) {
        shown = null;
        render();
    }

    /** The screen came to the front, or something changed among the lanes. */
    public void read() {
        render();
    }

    /** The screen went to the back, or the lane was locked. */
    public void hidden() {
        asking = Optional.empty();
        errand.forgive();
        render();
    }

    /** Called each second while the screen is in front: ages grow, the invite's time runs. */
    public void tick() {
        render();
    }

    /** A row was chosen. */
    public void choose(String node) {
        if (!node.equals(chosen)) {
            chosen = node;
            asking = Optional.empty();
            errand.forgive();
            render();
        }
    }

    /** Opens an invite for one new lane, in place of one that is open. */
    public void invite() {
        if (!errand.busy()) {
            Set<String> known = rows().stream().map(row -> row.lane().node()).collect(Collectors.toSet());
            errand.run(lanes::invite, result -> {
                if (result instanceof InviteResult.Open open) {
                    knownAtInvite = known;
                    spentAt = Optional.empty();
                    invite = Optional.of(open.invite());
                } else if (result instanceof InviteResult.Refused refused) {
                    errand.refuse(refused.reason());
                }
            });
        }
    }

    /** Closes the invite. */
    public void closeInvite() {
        if (!errand.busy() && invite.isPresent()) {
            invite = Optional.empty();
            errand.run(
                    () -> {
                        lanes.cancelInvite();
                        return "The code is no longer good";
                    },
                    this::say);
        }
    }

    /** Asks whether the chosen lane is to go. */
    public void ask(Act act) {
        if (!errand.busy() && chosenRow(rows()).map(Row::changeable).orElse(false)) {
            asking = Optional.of(act);
            errand.forgive();
            render();
        }
    }

    /** The answer to the question: no. */
    public void keep() {
        asking = Optional.empty();
        render();
    }

    /** The answer to the question: yes. */
    public void confirm() {
        Optional<Row> row = chosenRow(rows());
        if (errand.busy() || asking.isEmpty() || row.isEmpty()) {
            return;
        }
        Act act = asking.get();
        String node = row.get().lane().node();
        String label = row.get().lane().label();
        asking = Optional.empty();
        errand.run(
                () -> switch (act) {
                    case RETIRE -> lanes.retire(node);
                    case REVOKE -> lanes.revoke(node);
                },
                result -> {
                    if (result instanceof Result.Refused refused) {
                        errand.refuse(refused.reason());
                    } else {
                        say(label + (act == Act.RETIRE ? " is retired" : " is revoked"));
                    }
                });
    }

    /** Escape, from the innermost thing outwards; an invite stays open. */
    public void back() {
        if (asking.isPresent()) {
            keep();
        } else {
            leave.run();
        }
    }

    private static String sentence(Exception e) {
        return Failure.sentence(
                e,
                log,
                "the lanes could not be changed",
                "That failed; the log says why. Look at the list before you try again.");
    }

    private void say(String sentence) {
        LanesView now = view();
        if (now != null) {
            now.say(sentence);
        }
    }

    private List<Row> rows() {
        return LaneRows.of(lanes.me(), lanes.overview(), clock.instant());
    }

    private Optional<Row> chosenRow(List<Row> rows) {
        return rows.stream()
                .filter(row -> !chosen.isEmpty() && row.lane().node().equals(chosen))
                .findFirst();
    }

    /** The code is good for one lane, and for a time. */
    private void endInvite(List<Row> rows, Instant now) {
        if (invite.isEmpty()) {
            return;
        }
        Optional<Row> fresh = rows.stream()
                .filter(row -> !row.self() && !knownAtInvite.contains(row.lane().node()))
                .findFirst();
        if (fresh.isPresent()) {
            invite = Optional.empty();
            chosen = fresh.get().lane().node();
            say(fresh.get().lane().label() + " has joined the store");
        } else if (!now.isBefore(invite.get().expiresAt())) {
            invite = Optional.empty();
            errand.refuse("The ten minutes of the code are over. Invite again where it was not used.");
        } else if (lanes.inviteOpen()) {
            spentAt = Optional.empty();
        } else if (spentAt.isEmpty()) {
            spentAt = Optional.of(now);
        } else if (!now.isBefore(spentAt.get().plus(USED))) {
            invite = Optional.empty();
            errand.refuse(SPENT);
        }
    }

    private void render() {
        LanesView now = view();
        if (now == null) {
            return;
        }
        Instant at = clock.instant();
        List<Row> rows = rows();
        endInvite(rows, at);
        LanesState next = new LanesState(
                rows,
                chosenRow(rows),
                invite,
                invite.map(open -> left(Duration.between(at, open.expiresAt()))).orElse(""),
                asking,
                LaneRows.news(lanes.overview()),
                errand.busy(),
                errand.error());
        if (!next.equals(shown)) {
            shown = next;
            now.render(next);
        }
    }

    /** "9:41". */
    static String left(Duration time) {
        long seconds = Math.max(0, (time.toMillis() + 999) / 1000);
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }
}
