package com.euphoriapos.ui.shell;

import com.euphoriapos.api.replication.Pairing.Nearby;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.setup.LaneSetup.FieldProblem;
import com.euphoriapos.api.setup.LaneSetup.JoinProgress;
import com.euphoriapos.api.setup.LaneSetup.JoinRequest;
import com.euphoriapos.api.setup.LaneSetup.JoinResult;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.UiThread;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins a store, and knows which are nearby. Screen's thread only; the other lane is asked in the background. */
final class JoinDesk {
    private static final Logger log = LoggerFactory.getLogger(JoinDesk.class);
    private static final Comparator<Nearby> ORDER =
            Comparator.comparing(Nearby::storeName).thenComparing(Nearby::label).thenComparing(Nearby::address);

    private final Lane lane;
    private final Background background;
    private final UiThread ui;
    private final Runnable changed;
    private List<Nearby> nearby = List.of();
    private Optional<JoinProgress> progress = Optional.empty();
    private boolean joining;

    /** @param changed called after each change of {@link #state} */
    JoinDesk(Lane lane, Background background, UiThread ui, Runnable changed) {
        this.lane = lane;
        this.background = background;
        this.ui = ui;
        this.changed = changed;
    }

    JoinState state() {
        return new JoinState(nearby, progress);
    }

    boolean joining() {
        return joining;
    }

    /** Looks who is nearby. */
    void look() {
        List<Nearby> now = lane.setup().get().map(LaneSetup::nearby).orElse(List.of()).stream()
                .sorted(ORDER)
                .toList();
        if (!now.equals(nearby)) {
            nearby = now;
            changed.run();
        }
    }

    /**
     * Joins.
     *
     * @param refused gets what is wrong, field by field
     * @param joined called when the lane belongs to the store
     */
    void join(LaneSetup setup, JoinRequest request, Consumer<List<FieldProblem>> refused, Runnable joined) {
        joining = true;
        progress = Optional.of(new JoinProgress(JoinProgress.Step.ASKING, 0, 0));
        background.run(
                () -> setup.join(request, step -> ui.later(() -> progressed(step))),
                result -> {
                    end();
                    if (result instanceof JoinResult.Refused no) {
                        refused.accept(no.problems());
                    } else {
                        joined.run();
                    }
                },
                e -> {
                    log.error("joining failed", e);
                    end();
                    refused.accept(
                            List.of(new FieldProblem("", "That did not work; nothing was changed. The log says why.")));
                });
        changed.run();
    }

    private void progressed(JoinProgress step) {
        if (joining) {
            progress = Optional.of(step);
            changed.run();
        }
    }

    private void end() {
        joining = false;
        progress = Optional.empty();
    }
}
