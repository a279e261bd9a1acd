package com.euphoriapos.ui.shell;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.present.Messages;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.kit.present.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what stands below the lane bar, and moves between screens. Screen's thread only. */
public final class ShellPresenter extends Presenter<ShellView> implements Navigator {
    /** The screen after sign-in. */
    static final String FIRST = "sale";
    /** The support pages: open from anywhere, also while the lane is locked. */
    static final String DIAGNOSTICS = "diagnostics";

    private static final Logger log = LoggerFactory.getLogger(ShellPresenter.class);
    /** The reason that the journal gets when somebody locks the lane by hand. */
    static final String BY_HAND = "key";

    private final Lane lane;
    private final Background background;
    private final Messages messages;
    private final ScreenShelf shelf = new ScreenShelf();
    private final Gate gate;
    private final Way way = new Way(FIRST);
    private final List<Runnable> frontListeners = new ArrayList<>();
    private BooleanSupplier wizardHolds = () -> false;
    private BooleanSupplier signInBroken = () -> false;
    private boolean demo;
    private boolean diagnosing;
    private @Nullable Screen front;
    private @Nullable Shown shown;

    public ShellPresenter(Lane lane, Background background, Messages messages) {
        this.lane = lane;
        this.background = background;
        this.messages = messages;
        this.gate = new Gate(lane);
        lane.onChange(this::refresh);
    }

    /** In a demo nobody is asked: the store sets itself up. */
    public void demo(boolean on) {
        demo = on;
    }

    /** The wizard stays in front while this is true, although the lane is set up: it shows the recovery code. */
    public void wizardHolds(BooleanSupplier holds) {
        wizardHolds = holds;
    }

    /** While this is true nobody can sign in whatever they type, so that support may look without. */
    public void signInBroken(BooleanSupplier broken) {
        signInBroken = broken;
    }

    /** Calls back after another screen came to the front. */
    public void onFront(Runnable listener) {
        frontListeners.add(listener);
    }

    @Override
    protected void attached(ShellView newView) {
        shown = null;
        refresh();
    }

    @Override
    protected void detached() {
        hideFront();
    }

    /** A screen was installed. */
    public void add(Screen screen) {
        shelf.add(screen);
        refresh();
    }

    /** A screen goes; where it stood, a card says so until its successor comes. */
    public void remove(Screen screen) {
        shelf.remove(screen);
        refresh();
    }

    @Override
    public boolean show(String screenId) {
        Optional<Screen> screen = shelf.find(screenId);
        if (screen.isEmpty()) {
            return false;
        }
        if (stage() != Stage.WORK) {
            return showLocked(screenId);
        }
        Optional<String> refusal = gate.refusal(screen.get());
        if (refusal.isPresent()) {
            messages.show(Message.refusal(refusal.get()));
            return false;
        }
        way.to(screenId);
        refresh();
        return true;
    }

    /** With nobody signed in: the diagnostics of a lane where nobody can be. A screen that answers late goes on where it will be seen. */
    private boolean showLocked(String screenId) {
        if (!DIAGNOSTICS.equals(screenId)) {
            way.to(screenId);
            return false;
        }
        diagnosing = openToSupport();
        if (!diagnosing) {
            messages.show(Message.refusal("Sign in first"));
        }
        refresh();
        return diagnosing;
    }

    /** Whether support must see why nobody can sign in: no store, no set-up, no secrets. */
    private boolean openToSupport() {
        return switch (stage()) {
            case OPENING, RECOVERY -> true;
            case WIZARD ->
                lane.setup().get().map(LaneSetup::state).orElse(LaneSetup.State.NEEDED) == LaneSetup.State.NEEDED;
            case SIGN_IN -> signInBroken.getAsBoolean();
            case WORK -> false;
        };
    }

    /** Whether the person in front of the register may open the screen now. */
    public boolean maySee(String screenId) {
        Optional<Screen> screen = shelf.find(screenId);
        boolean work = stage() == Stage.WORK;
        return screen.isPresent()
                && (work ? gate.refusal(screen.get()).isEmpty() : DIAGNOSTICS.equals(screenId) && openToSupport());
    }

    @Override
    public void back() {
        if (diagnosing) {
            diagnosing = false;
        } else {
            way.back();
        }
        refresh();
    }

    @Override
    public Optional<String> current() {
        return stage() == Stage.WORK ? Optional.of(way.here()) : Optional.empty();
    }

    /** The screen in front, whose business scans and keys are; empty while the shell's own pages are shown. */
    public Optional<Screen> front() {
        return Optional.ofNullable(front);
    }

    /** Whether somebody is signed in and the lane works. */
    public boolean working() {
        return stage() == Stage.WORK;
    }

    /** Whether the sign-in asks for somebody. */
    public boolean asking() {
        return stage() == Stage.SIGN_IN && !diagnosing;
    }

    /** Whether the screen in front does something that a lock waits for. */
    public boolean busy() {
        Screen now = front;
        try {
            return now != null && now.busy();
        } catch (RuntimeException e) {
            log.error("screen {} failed", now == null ? "" : now.id(), e);
            return false;
        }
    }

    /** Somebody locks the lane; the sale in progress stays. */
    public void lock() {
        lock(BY_HAND);
    }

    /** Locks the lane for a reason that the journal names; the sale in progress stays. */
    void lock(String reason) {
        Optional<Session> session = lane.session().get();
        if (session.isPresent() && stage() == Stage.WORK) {
            background.run(
                    () -> session.get().signOut(reason),
                    this::refresh,
                    e -> log.error("the lane could not be locked", e));
        }
    }

    /** Whether the store is not open yet. */
    public boolean opening() {
        return stage() == Stage.OPENING;
    }

    /** Whether a screen of that id is installed. */
    public boolean has(String screenId) {
        return shelf.find(screenId).isPresent();
    }

    /** Brings the window up to date with the lane. */
    public void refresh() {
        ShellView now = view();
        if (now == null) {
            return;
        }
        Stage stage = stage();
        if (stage == Stage.WORK) {
            diagnosing = false;
            way.walkedBy(lane.operator().map(Operator::employeeId).orElse(""));
            leaveWhatIsForbidden();
            showScreen(now, way.here());
            return;
        }
        diagnosing = diagnosing && openToSupport();
        if (diagnosing && has(DIAGNOSTICS)) {
            showScreen(now, DIAGNOSTICS);
            return;
        }
        hideFront();
        Optional<StatusItem> shut = stage == Stage.OPENING ? lane.statusItem(StatusItem.STORE_SHUT) : Optional.empty();
        if (become(new Shown(stage, shut.map(StatusItem::detail).orElse("")))) {
            tellFront();
            switch (stage) {
                case OPENING ->
                    shut.ifPresentOrElse(
                            item -> now.showShut(item.text(), item.detail()),
                            () -> now.showOpening("Opening the store…"));
                case WIZARD -> now.showWizard();
                case RECOVERY -> now.showRecovery();
                default -> now.showSignIn();
            }
            logShown(stage.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** What somebody may do can become less while they are signed in, and while the lane was locked. */
    private void leaveWhatIsForbidden() {
        while (!way.atFirst()) {
            Optional<String> refusal = shelf.find(way.here()).flatMap(gate::refusal);
            if (refusal.isEmpty()) {
                return;
            }
            messages.show(Message.refusal(refusal.get()));
            way.back();
        }
    }

    private Stage stage() {
        Optional<LaneSetup> setup = lane.setup().get();
        Optional<Session> session = lane.session().get();
        if (setup.isEmpty() || session.isEmpty()) {
            return Stage.OPENING;
        }
        return switch (setup.get().state()) {
            case NEEDED -> demo ? Stage.OPENING : Stage.WIZARD;
            // Who is signed in goes on selling: secrets are needed for the next sign-in only.
            case SECRETS_LOST, SECRETS_UNREACHABLE -> session.get().current().isPresent() ? Stage.WORK : Stage.RECOVERY;
            case READY -> {
                if (wizardHolds.getAsBoolean()) {
                    yield Stage.WIZARD;
                }
                yield session.get().current().isPresent() ? Stage.WORK : Stage.SIGN_IN;
            }
        };
    }

    private void showScreen(ShellView now, String id) {
        Optional<Screen> next = shelf.find(id);
        if (next.isEmpty()) {
            hideFront();
            if (become(new Shown(Stage.WORK, id))) {
                tellFront();
                now.showMissing(
                        "The " + id.replace('.', ' ') + " screen is being replaced",
                        "It comes back by itself. The sale in progress is kept.");
            }
            return;
        }
        if (next.get() != front) {
            hideFront();
            front = next.get();
            become(new Shown(Stage.WORK, ""));
            now.showScreen(next.get());
            guarded(next.get(), Screen::shown);
            tellFront();
            logShown(next.get().id());
        }
    }

    /** In the diary, so that support can follow what the person saw. */
    private static void logShown(String screen) {
        log.info("Screen {} is shown", screen);
    }

    private void hideFront() {
        Screen old = front;
        if (old != null) {
            front = null;
            guarded(old, Screen::hidden);
        }
    }

    private void tellFront() {
        frontListeners.forEach(Runnable::run);
    }

    private boolean become(Shown next) {
        boolean changed = !next.equals(shown);
        shown = next;
        return changed;
    }

    /** A screen that fails must not take the window down: it comes from another bundle. */
    private static void guarded(Screen screen, Consumer<Screen> call) {
        try {
            call.accept(screen);
        } catch (RuntimeException e) {
            log.error("screen {} failed", screen.id(), e);
        }
    }

    /** Where the lane stands. */
    private enum Stage {
        OPENING,
        WIZARD,
        RECOVERY,
        SIGN_IN,
        WORK
    }

    private record Shown(Stage stage, String missing) {}
}
