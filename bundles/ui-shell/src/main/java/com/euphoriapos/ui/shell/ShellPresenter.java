package com.euphoriapos.ui.shell;

import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.present.Messages;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Presenter;
import com.euphoriapos.ui.kit.present.Screen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    private static final int WAY_MAX = 20;

    private final Lane lane;
    private final Background background;
    private final Messages messages;
    private final ScreenShelf shelf = new ScreenShelf();
    private final Deque<String> way = new ArrayDeque<>();
    private final List<Runnable> frontListeners = new ArrayList<>();
    private BooleanSupplier wizardHolds = () -> false;
    private boolean demo;
    private boolean locked = true;
    private boolean diagnosing;
    private @Nullable Screen front;
    private @Nullable Shown shown;

    public ShellPresenter(Lane lane, Background background, Messages messages) {
        this.lane = lane;
        this.background = background;
        this.messages = messages;
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
            diagnosing = DIAGNOSTICS.equals(screenId);
            refresh();
            return diagnosing;
        }
        if (!may(screen.get())) {
            messages.show(Message.toast("Only " + whoMay(screen.get()) + " may open “"
                    + screen.get().title() + "”"));
            return false;
        }
        if (!screenId.equals(way.peek())) {
            way.remove(screenId);
            way.push(screenId);
            while (way.size() > WAY_MAX) {
                way.removeLast();
            }
        }
        refresh();
        return true;
    }

    @Override
    public void back() {
        if (diagnosing) {
            diagnosing = false;
        } else if (way.size() > 1) {
            way.pop();
        }
        refresh();
    }

    @Override
    public Optional<String> current() {
        return stage() == Stage.WORK ? Optional.ofNullable(way.peek()) : Optional.empty();
    }

    /** The screen in front, whose business scans and keys are; empty while the shell's own pages are shown. */
    public Optional<Screen> front() {
        return Optional.ofNullable(front);
    }

    /** Whether somebody is signed in and the lane works. */
    public boolean working() {
        return stage() == Stage.WORK;
    }

    /** Locks the lane; the sale in progress stays. */
    public void lock() {
        Optional<Session> session = lane.session().get();
        if (session.isPresent() && stage() == Stage.WORK) {
            background.run(session.get()::signOut, this::refresh, e -> log.error("the lane could not be locked", e));
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
            if (locked) {
                way.clear();
                way.push(FIRST);
                diagnosing = false;
            }
            locked = false;
            showScreen(now, Objects.requireNonNullElse(way.peek(), FIRST));
            return;
        }
        locked = true;
        if (diagnosing && has(DIAGNOSTICS)) {
            showScreen(now, DIAGNOSTICS);
            return;
        }
        hideFront();
        if (become(new Shown(stage, ""))) {
            tellFront();
            switch (stage) {
                case OPENING -> now.showOpening("Opening the store…");
                case WIZARD -> now.showWizard();
                case RECOVERY -> now.showRecovery();
                default -> now.showSignIn();
            }
            logShown(stage.name().toLowerCase(Locale.ROOT).replace('_', '-'));
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
    private static void guarded(Screen screen, java.util.function.Consumer<Screen> call) {
        try {
            call.accept(screen);
        } catch (RuntimeException e) {
            log.error("screen {} failed", screen.id(), e);
        }
    }

    private boolean may(Screen screen) {
        Optional<Operator> operator = lane.operator();
        return screen.permission()
                .map(name -> permission(name)
                        .map(p -> operator.map(o -> o.may(p)).orElse(false))
                        .orElse(false))
                .orElse(true);
    }

    private static Optional<Permission> permission(String name) {
        for (Permission each : Permission.values()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static String whoMay(Screen screen) {
        Optional<Permission> needed = screen.permission().flatMap(ShellPresenter::permission);
        List<String> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            if (needed.isPresent() && role.defaultAuthority().may(needed.get())) {
                roles.add(role.title().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return roles.isEmpty() ? "somebody else" : "the " + String.join(" or the ", roles);
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
