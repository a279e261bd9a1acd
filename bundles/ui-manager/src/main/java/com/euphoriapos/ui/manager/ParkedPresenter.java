package com.euphoriapos.ui.manager;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.lane.Lanes.ParkedEvent;
import com.euphoriapos.api.lane.Lanes.Result;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.present.Presenter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages of other lanes that are kept and could not be applied: looked at, tried again, given up. Giving one up is asked twice, the
 * second time with what it means. Screen's thread only; the lanes are asked in the background.
 */
public final class ParkedPresenter extends Presenter<ParkedView> {
    private static final int REASON_MAX = 200;
    private static final Logger log = LoggerFactory.getLogger(ParkedPresenter.class);

    private final Lanes lanes;
    private final Errand errand;
    private final InstantSource clock;
    private List<ParkedEvent> events = List.of();
    private String chosen = "";
    private String reason = "";
    private boolean open;
    private boolean asking;
    private @Nullable ParkedState shown;

    public ParkedPresenter(Lanes lanes, Background background, InstantSource clock) {
        this.lanes = lanes;
        this.errand = new Errand(background, ParkedPresenter::sentence, this::render);
        this.clock = clock;
    }

    @Override
    protected void attached(ParkedView newView) {
        shown = null;
        render();
    }

    /** Something changed among the lanes, or time went by. */
    public void read() {
        if (open && !errand.busy() && !asking && lanes.overview().parked() != events.size()) {
            list();
        }
        render();
    }

    /** Looks at them. */
    public void open() {
        if (!open) {
            open = true;
            errand.forgive();
            list();
        }
    }

    /** Looks at something else. */
    public void close() {
        open = false;
        asking = false;
        reason = "";
        errand.forgive();
        render();
    }

    /** Whether they are looked at. */
    public boolean isOpen() {
        return open;
    }

    /** Escape, from the innermost thing outwards; whether there was anything. */
    public boolean back() {
        boolean any = open;
        if (asking) {
            keep();
        } else if (open) {
            close();
        }
        return any;
    }

    /** The next one, or the first again. */
    public void next() {
        if (!errand.busy() && !events.isEmpty()) {
            int at = chosenEvent().map(events::indexOf).orElse(-1);
            chosen = events.get((at + 1) % events.size()).id();
            asking = false;
            errand.forgive();
            render();
        }
    }

    /** Tries all of them again. */
    public void retry() {
        if (!errand.busy() && open) {
            errand.run(lanes::retryParked, applied -> {
                say(applied == 0 ? "None could be applied" : Formats.count(applied, "was applied", "were applied"));
                list();
            });
        }
    }

    /** Asks whether the chosen one is to be given up. */
    public void giveUp(String why) {
        if (errand.busy() || chosenEvent().isEmpty()) {
            return;
        }
        reason = why.strip();
        boolean said = !reason.isEmpty() && reason.length() <= REASON_MAX;
        errand.refuse(said ? "" : "Say in 1 to " + REASON_MAX + " characters why.");
        asking = said;
        render();
    }

    /** The answer to the question: no. */
    public void keep() {
        asking = false;
        render();
    }

    /** The answer to the question: yes. */
    public void confirm() {
        Optional<ParkedEvent> event = chosenEvent();
        if (errand.busy() || !asking || event.isEmpty()) {
            return;
        }
        asking = false;
        String id = event.get().id();
        String why = reason;
        errand.run(() -> lanes.discardParked(id, why), result -> {
            if (result instanceof Result.Refused refused) {
                errand.refuse(refused.reason());
            } else {
                reason = "";
                say("Given up; the journal keeps who did it and why");
                list();
            }
        });
    }

    /** Characters that came as fast as a scan's while they are looked at. */
    public void typed(String text) {
        ParkedView now = view();
        if (now != null) {
            now.type(text);
        }
    }

    private void list() {
        errand.run(lanes::parked, found -> {
            events = found;
            if (chosenEvent().isEmpty()) {
                chosen = found.isEmpty() ? "" : found.get(0).id();
            }
            open = open && !found.isEmpty();
        });
    }

    private static String sentence(Exception e) {
        return Failure.sentence(
                e, log, "parked messages could not be read or changed", "That failed; the log says why.");
    }

    private void say(String sentence) {
        ParkedView now = view();
        if (now != null) {
            now.say(sentence);
        }
    }

    private Optional<ParkedEvent> chosenEvent() {
        return events.stream().filter(each -> each.id().equals(chosen)).findFirst();
    }

    private void render() {
        ParkedView now = view();
        if (now == null) {
            return;
        }
        Optional<ParkedEvent> event = chosenEvent();
        ParkedState next = new ParkedState(
                open,
                lanes.overview().parked(),
                events,
                event,
                event.map(each -> LaneRows.ago(each.firstAt(), clock.instant())).orElse(""),
                asking,
                errand.busy(),
                errand.error());
        if (!next.equals(shown)) {
            shown = next;
            now.render(next);
        }
    }
}
