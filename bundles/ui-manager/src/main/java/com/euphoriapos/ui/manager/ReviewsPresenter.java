package com.euphoriapos.ui.manager;

import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.lane.Lanes.Concern;
import com.euphoriapos.api.lane.Lanes.Result;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Presenter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the merging of lanes put up for a manager: read, and put away. Screen's thread only; the lanes are asked in the background. */
public final class ReviewsPresenter extends Presenter<ReviewsView> {
    private static final Logger log = LoggerFactory.getLogger(ReviewsPresenter.class);

    private final Lanes lanes;
    private final Background background;
    private final Reading<List<Concern>> reading;
    private final Runnable leave;
    private List<Concern> concerns = List.of();
    private String chosen = "";
    private boolean loaded;
    private boolean busy;
    private String problem = "";
    private String error = "";

    /** @param leave goes back to the screen before */
    public ReviewsPresenter(Lanes lanes, Background background, Runnable leave) {
        this.lanes = lanes;
        this.background = background;
        this.reading = new Reading<>(background, lanes::reviews, this::wasRead, this::couldNotRead);
        this.leave = leave;
    }

    @Override
    protected void attached(ReviewsView newView) {
        render();
    }

    /** The screen came to the front, or something changed among the lanes. */
    public void read() {
        reading.begin();
    }

    /** The screen went to the back, or the lane was locked. */
    public void hidden() {
        chosen = "";
        error = "";
        render();
    }

    /** A row was chosen. */
    public void choose(String id) {
        if (!id.equals(chosen)) {
            chosen = id;
            error = "";
            render();
        }
    }

    /** The chosen one was looked at; all lanes are told. */
    public void resolve() {
        Optional<Concern> concern = chosenConcern();
        if (busy || concern.isEmpty()) {
            return;
        }
        busy = true;
        error = "";
        String next = after(concern.get());
        background.run(
                () -> lanes.resolve(concern.get().id()), result -> resolved(result, next), this::couldNotResolve);
        render();
    }

    public void back() {
        leave.run();
    }

    /** Whose turn it is when this one is away. */
    private String after(Concern concern) {
        int at = concerns.indexOf(concern);
        return at + 1 < concerns.size()
                ? concerns.get(at + 1).id()
                : at > 0 ? concerns.get(at - 1).id() : "";
    }

    private void resolved(Result result, String next) {
        busy = false;
        if (result instanceof Result.Refused refused) {
            error = refused.reason();
        } else {
            chosen = next;
            ReviewsView now = view();
            if (now != null) {
                now.say("Put away, on all lanes");
            }
        }
        render();
        read();
    }

    private void couldNotResolve(Exception e) {
        busy = false;
        error = sentence(e);
        render();
        read();
    }

    private void wasRead(List<Concern> found) {
        loaded = true;
        problem = "";
        concerns = found;
        render();
    }

    private void couldNotRead(Exception e) {
        loaded = true;
        concerns = List.of();
        problem = sentence(e);
        render();
    }

    private static String sentence(Exception e) {
        return Failure.sentence(e, log, "the reviews could not be read or put away", "That failed; the log says why.");
    }

    private Optional<Concern> chosenConcern() {
        return concerns.stream().filter(each -> each.id().equals(chosen)).findFirst();
    }

    private void render() {
        ReviewsView now = view();
        if (now != null) {
            now.render(new ReviewsState(concerns, chosenConcern(), loaded, busy, problem, error));
        }
    }
}
