package com.euphoriapos.ui.shell;

import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.PosConfig;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.ui.kit.present.UiThread;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the window knows of the lane: the services behind it, each of which may be absent at any time. Whoever listens is told
 * once for any number of changes, on the screen's thread. Thread-safe.
 */
public final class Lane {
    private final UiThread ui;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private final Session.Listener sessionListener = operator -> changed();
    private final LaneSetup.Listener setupListener = state -> changed();
    private final StatusBoard.Listener statusListener = items -> changed();

    private final Slot<Session> session =
            new Slot<>(s -> s.addListener(sessionListener), s -> s.removeListener(sessionListener), this::changed);
    private final Slot<LaneSetup> setup =
            new Slot<>(s -> s.addListener(setupListener), s -> s.removeListener(setupListener), this::changed);
    private final Slot<StatusBoard> status =
            new Slot<>(s -> s.addListener(statusListener), s -> s.removeListener(statusListener), this::changed);
    private final Slot<Settings> settings = new Slot<>(s -> {}, s -> {}, this::changed);
    private final Slot<PosConfig> config = new Slot<>(s -> {}, s -> {}, this::changed);
    private final Slot<Checkout> checkout = new Slot<>(s -> {}, s -> {}, this::changed);

    public Lane(UiThread ui) {
        this.ui = ui;
    }

    public Slot<Session> session() {
        return session;
    }

    public Slot<LaneSetup> setup() {
        return setup;
    }

    public Slot<StatusBoard> status() {
        return status;
    }

    public Slot<Settings> settings() {
        return settings;
    }

    public Slot<PosConfig> config() {
        return config;
    }

    public Slot<Checkout> checkout() {
        return checkout;
    }

    /** Who is signed in. */
    public Optional<Operator> operator() {
        return session.get().flatMap(Session::current);
    }

    /** The store's settings; empty before the set-up. */
    public Optional<StoreSettings> store() {
        return settings.get().flatMap(Settings::current);
    }

    /** One of the settings that the sign-in screen follows; empty where there is none. */
    Optional<String> config(String key) {
        return config.get().flatMap(c -> c.beforeSignIn(key));
    }

    /** What the lane says of itself under that id; empty where it says nothing. */
    Optional<StatusItem> statusItem(String id) {
        return status.get().flatMap(board -> board.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst());
    }

    /** How long sign-in is locked; zero when it is not. */
    Duration lockedFor() {
        return session.get().map(Session::lockedFor).orElse(Duration.ZERO);
    }

    /** Calls back on the screen's thread after changes. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells the listeners soon. */
    void changed() {
        if (told.compareAndSet(false, true)) {
            ui.later(() -> {
                told.set(false);
                listeners.forEach(Runnable::run);
            });
        }
    }
}
