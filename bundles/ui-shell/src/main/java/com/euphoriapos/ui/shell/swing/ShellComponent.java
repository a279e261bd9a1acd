package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.PosConfig;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.setup.LaneSetup;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.WedgeSettings;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.SerialBackground;
import com.euphoriapos.ui.kit.sound.Sounds;
import com.euphoriapos.ui.shell.Lane;
import com.euphoriapos.ui.shell.LookChoice;
import java.awt.GraphicsEnvironment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the window up as soon as this bundle starts, whatever else is there already, and follows the services that come and
 * go. Nothing here waits for the event thread.
 */
@Component(
        immediate = true,
        service = {})
public final class ShellComponent implements Navigator {
    private static final Logger log = LoggerFactory.getLogger(ShellComponent.class);
    private static final int WAITING_MAX = 16;
    private static final int VOLUME_PERCENT = 60;
    private static final long CLOSE_SECONDS = 2;

    private final Edt edt = new Edt();
    private final SerialBackground background = new SerialBackground("pos-shell", WAITING_MAX, edt);
    private final Lane lane = new Lane(edt);
    private final Sounds sounds = new Sounds(VOLUME_PERCENT);
    private final BundleContext context;
    private final InputRouter router;
    private final Desktop desktop;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();
    private volatile @Nullable IntConsumer exit;

    @Activate
    public ShellComponent(BundleContext context) {
        LookChoice look = LookChoice.read(context::getProperty, System.getenv());
        look.problems().forEach(problem -> log.warn("look: {}", problem));
        this.context = context;
        this.router = new InputRouter(WedgeSettings.standard(), KeyMap.standard(), edt, sounds);
        String place = Objects.requireNonNullElse(context.getProperty("pos.window"), "");
        this.desktop = new Desktop(
                new Desktop.Parts(
                        lane, background, Clock.systemDefaultZone(), router, sounds, WindowPlace.parse(place)),
                look,
                this::end);
        desktop.shell().demo(Boolean.parseBoolean(context.getProperty("pos.demo")));
    }

    @Activate
    void start() {
        if (GraphicsEnvironment.isHeadless()) {
            log.error("there is no display to show the register on; start with --headless to run without one");
            return;
        }
        edt.later(desktop::open);
        // One router and one player for all screens; they belong to the window, not to a screen that may be replaced.
        registered.add(context.registerService(InputRouter.class, router, null));
        // Not by the annotation: a screen needs the navigator, and this component needs the screens.
        registered.add(context.registerService(Navigator.class, this, null));
        registered.add(context.registerService(Sounds.class, sounds, null));
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
        closeWindow();
        background.close();
        sounds.close();
    }

    /** Waits a moment for the window to go: after this bundle and its classes are gone it could not. Bounded, so nothing hangs. */
    private void closeWindow() {
        CountDownLatch closed = new CountDownLatch(1);
        edt.later(() -> {
            try {
                desktop.close();
            } finally {
                closed.countDown();
            }
        });
        try {
            if (!edt.isCurrent() && !closed.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("the window did not close within {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The window was closed. Nobody is asked: the open sale is stored and comes back. */
    private void end() {
        IntConsumer end = exit;
        if (end == null) {
            log.warn("nothing here can end the program");
        } else {
            end.accept(0);
        }
    }

    @Override
    public boolean show(String screenId) {
        return desktop.shell().show(screenId);
    }

    @Override
    public void back() {
        desktop.shell().back();
    }

    @Override
    public Optional<String> current() {
        return desktop.shell().current();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindScreen(Screen screen) {
        edt.later(() -> desktop.shell().add(screen));
    }

    void unbindScreen(Screen screen) {
        edt.later(() -> desktop.shell().remove(screen));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            target = "(pos.exit=true)")
    void bindExit(IntConsumer service) {
        exit = service;
    }

    void unbindExit(IntConsumer service) {
        if (service.equals(exit)) {
            exit = null;
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSession(Session service) {
        lane.session().bind(service);
    }

    void unbindSession(Session service) {
        lane.session().unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSetup(LaneSetup service) {
        lane.setup().bind(service);
    }

    void unbindSetup(LaneSetup service) {
        lane.setup().unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindSettings(Settings service) {
        lane.settings().bind(service);
    }

    void unbindSettings(Settings service) {
        lane.settings().unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindConfig(PosConfig service) {
        lane.config().bind(service);
    }

    void unbindConfig(PosConfig service) {
        lane.config().unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindStatus(StatusBoard service) {
        lane.status().bind(service);
    }

    void unbindStatus(StatusBoard service) {
        lane.status().unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindCheckout(Checkout service) {
        lane.checkout().bind(service);
    }

    void unbindCheckout(Checkout service) {
        lane.checkout().unbind(service);
    }
}
