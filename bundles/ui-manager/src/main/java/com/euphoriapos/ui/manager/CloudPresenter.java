package com.euphoriapos.ui.manager;

import com.euphoriapos.api.lane.Cloud;
import com.euphoriapos.api.replication.CloudLink.EnrolResult;
import com.euphoriapos.api.replication.CloudLink.EnrolResult.Part;
import com.euphoriapos.api.replication.CloudLink.State;
import com.euphoriapos.api.replication.CloudLink.Status;
import com.euphoriapos.api.replication.Replication.Alarm;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.CloudInvite;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.manager.CloudState.Note;
import com.euphoriapos.ui.manager.CloudState.Page;
import com.euphoriapos.ui.manager.CloudState.Work;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store's cloud below its lanes: how it stands, how this lane gets in, sending and comparing at once. Screen's thread only; the
 * cloud is asked in the background, which may take minutes, and one may leave meanwhile.
 */
public final class CloudPresenter extends Presenter<CloudView> {
    /** A code has as many characters; keys that came faster than fingers are fewer. */
    private static final int CODE_LENGTH = 16;

    private static final Logger log = LoggerFactory.getLogger(CloudPresenter.class);

    private final Cloud cloud;
    private final Background background;
    private final InstantSource clock;
    private Page page = Page.CLOSED;
    private Optional<Work> busy = Optional.empty();
    private Map<Part, String> errors = Map.of();
    private List<Finding> findings = List.of();
    private Note note = Note.NONE;
    private @Nullable CloudState shown;

    public CloudPresenter(Cloud cloud, Background background, InstantSource clock) {
        this.cloud = cloud;
        this.background = background;
        this.clock = clock;
    }

    @Override
    protected void attached(CloudView newView) {
        shown = null;
        render();
    }

    /** It came to the front, or stands otherwise than before; also called each second, because ages grow. */
    public void read() {
        render();
    }

    /** The screen went to the back, or the lane was locked: what was typed is nobody else's. */
    public void hidden() {
        close();
    }

    /** Shows all that is known; the form where there is nothing yet. */
    public void open() {
        open(cloud.status().state() == State.NONE ? Page.FORM : Page.DETAILS);
    }

    /** Shows the form. */
    public void form() {
        open(Page.FORM);
    }

    private void open(Page next) {
        if (page != next) {
            page = next;
            forget();
            render();
        }
    }

    /** Something else is looked at. */
    public void close() {
        if (page != Page.CLOSED) {
            page = Page.CLOSED;
            forget();
            render();
        }
    }

    private void forget() {
        errors = Map.of();
        findings = List.of();
        note = Note.NONE;
        CloudView now = view();
        if (now != null) {
            now.clear(true);
        }
    }

    /** Escape, from the innermost thing outwards; false when there was nothing to leave. */
    public boolean back() {
        if (page == Page.CLOSED) {
            return false;
        }
        if (page == Page.FORM && cloud.status().state() != State.NONE) {
            open(Page.DETAILS);
        } else {
            close();
        }
        return true;
    }

    /** Something was scanned: the code, the address, or both. */
    public void scanned(String text) {
        CloudView now = view();
        if (now == null) {
            return;
        }
        if (page != Page.FORM || busy.isPresent()) {
            now.say("That scan was not used: choose “Enrol” first");
        } else if (text.strip().length() < CODE_LENGTH) {
            now.type(text);
        } else {
            now.fill(CloudInvite.of(text));
            errors = Map.of();
            render();
        }
    }

    /** What stands in a field of the form is no longer what something was said about. */
    public void typed(Part part) {
        Map<Part, String> left = new EnumMap<>(Part.class);
        left.putAll(errors);
        left.keySet().removeAll(Set.of(part, Part.OTHER));
        if (!left.equals(errors)) {
            errors = left;
            render();
        }
    }

    /** Enrols with what the fields hold. */
    public void enrol(String address, String code) {
        CloudView now = view();
        if (busy.isPresent() || page != Page.FORM || now == null) {
            return;
        }
        CloudInvite given = CloudInvite.of(address, code);
        now.fill(given);
        if (given.address().isEmpty()) {
            refuse(Part.ADDRESS, "Type where the cloud is, such as https://cloud.example");
        } else if (given.code().isEmpty()) {
            refuse(Part.CODE, "Type or scan the one-time code of the store");
        } else {
            ask(Work.ENROL, () -> cloud.enrol(given.address(), given.code()), this::enrolled);
        }
    }

    private void refuse(Part part, String reason) {
        errors = Map.of(part, reason);
        render();
    }

    private void enrolled(EnrolResult result) {
        if (result instanceof EnrolResult.Refused refused) {
            errors = Map.of(refused.about(), refused.reason());
        } else if (result instanceof EnrolResult.Enrolled done) {
            if (page == Page.FORM) {
                page = Page.DETAILS;
                forget();
            }
            say("This lane is in the cloud of " + done.storeName());
        }
    }

    /** Sends all that waits, now. */
    public void sendNow() {
        if (busy.isEmpty()) {
            ask(
                    Work.SEND,
                    cloud::push,
                    problem -> note = problem.map(why -> new Note(why, true))
                            .orElse(new Note("The cloud has all that this lane has told.", false)));
        }
    }

    /** Compares logs and the sales of 35 days. */
    public void compareNow() {
        if (busy.isEmpty()) {
            ask(Work.COMPARE, cloud::reconcile, found -> {
                findings = found;
                boolean good = found.stream().allMatch(Finding::good);
                note = good
                        ? new Note("Compared: the cloud has the same.", false)
                        : new Note("Compared: this needs a look.", true);
            });
        }
    }

    private <T> void ask(Work work, Callable<T> call, Consumer<T> answer) {
        busy = Optional.of(work);
        errors = Map.of();
        findings = List.of();
        note = Note.NONE;
        background.run(
                call,
                result -> {
                    busy = Optional.empty();
                    answer.accept(result);
                    render();
                },
                e -> {
                    busy = Optional.empty();
                    failed(work, e);
                    render();
                });
        render();
    }

    private void failed(Work work, Exception e) {
        String sentence = Failure.sentence(e, log, "the cloud could not be asked", "That failed; the log says why.");
        if (work == Work.ENROL) {
            errors = Map.of(Part.OTHER, sentence);
        } else {
            note = new Note(sentence, true);
        }
    }

    private void say(String sentence) {
        CloudView now = view();
        if (now != null) {
            now.say(sentence);
        }
    }

    private void render() {
        CloudView now = view();
        if (now == null) {
            return;
        }
        CloudState next = state(cloud.status(), clock.instant());
        if (!next.equals(shown)) {
            shown = next;
            now.render(next);
        }
    }

    private CloudState state(Status status, Instant now) {
        return new CloudState(
                page,
                CloudWords.level(status),
                CloudWords.title(status),
                CloudWords.sentence(status, now),
                CloudWords.facts(status, now),
                status.alarms().stream().map(Alarm::text).toList(),
                findings,
                status.state() != State.NONE,
                CloudWords.enrolled(status),
                busy,
                errors,
                note);
    }
}
