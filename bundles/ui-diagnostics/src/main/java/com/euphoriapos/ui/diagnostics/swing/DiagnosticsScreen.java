package com.euphoriapos.ui.diagnostics.swing;

import com.euphoriapos.api.status.HealthReport;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.Scanner;
import com.euphoriapos.ui.diagnostics.DiagnosticsPresenter;
import com.euphoriapos.ui.diagnostics.DiagnosticsState.Plugin;
import com.euphoriapos.ui.diagnostics.Sources;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Navigator;
import com.euphoriapos.ui.kit.present.Screen;
import com.euphoriapos.ui.kit.present.SerialBackground;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The support pages, Ctrl+Alt+D: hidden from menus, open from anywhere. */
@Component(service = Screen.class)
public final class DiagnosticsScreen implements Screen {
    private static final int WAITING_MAX = 8;
    private static final int TICK_MILLIS = 2000;

    private final Edt edt = new Edt();
    private final SerialBackground background = new SerialBackground("pos-diagnostics", WAITING_MAX, edt);
    private final List<Device> devices = new CopyOnWriteArrayList<>();
    private final Navigator navigator;
    private final DiagnosticsPresenter presenter;
    private final Timer ticks;
    private @Nullable DiagnosticsPanel panel;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable HealthReport health;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable StatusBoard status;

    @Activate
    public DiagnosticsScreen(BundleContext context, @Reference Navigator navigator) {
        this.navigator = navigator;
        String home = Objects.requireNonNullElse(context.getProperty("pos.home"), ".");
        String version = Objects.requireNonNullElse(context.getProperty("pos.version"), "");
        presenter = new DiagnosticsPresenter(
                new Sources(
                        () -> List.copyOf(devices),
                        () -> Optional.ofNullable(health),
                        () -> Optional.ofNullable(status),
                        () -> plugins(context),
                        Path.of(home, "logs", "lane.log"),
                        version,
                        ProcessHandle.current().info().startInstant().orElseGet(Clock.systemUTC()::instant)),
                background,
                Clock.systemDefaultZone());
        ticks = new Timer(TICK_MILLIS, e -> presenter.tick());
    }

    @Deactivate
    void stop() {
        edt.later(() -> {
            ticks.stop();
            presenter.detach();
        });
        background.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindScanner(Scanner device) {
        devices.add(device);
    }

    void unbindScanner(Scanner device) {
        devices.remove(device);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPrinter(PosPrinter device) {
        devices.add(device);
    }

    void unbindPrinter(PosPrinter device) {
        devices.remove(device);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDrawer(CashDrawer device) {
        devices.add(device);
    }

    void unbindDrawer(CashDrawer device) {
        devices.remove(device);
    }

    private static List<Plugin> plugins(BundleContext context) {
        return Stream.of(context.getBundles()).map(DiagnosticsScreen::plugin).toList();
    }

    private static Plugin plugin(Bundle bundle) {
        boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
        String state =
                switch (bundle.getState()) {
                    case Bundle.ACTIVE -> "Active";
                    case Bundle.STARTING -> "Starting";
                    case Bundle.STOPPING -> "Stopping";
                    case Bundle.RESOLVED -> fragment ? "Attached" : "Stopped";
                    default -> "Not resolved";
                };
        boolean fine = bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING || fragment;
        return new Plugin(
                bundle.getBundleId(),
                Objects.requireNonNullElse(bundle.getSymbolicName(), bundle.getLocation()),
                bundle.getVersion().toString(),
                fine ? Level.OK : Level.WARN,
                state);
    }

    @Override
    public String id() {
        return "diagnostics";
    }

    @Override
    public String title() {
        return "Diagnostics";
    }

    @Override
    public Menu menu() {
        return Menu.DIAGNOSTICS;
    }

    @Override
    public Optional<String> permission() {
        return Optional.of("DIAGNOSTICS");
    }

    @Override
    public JComponent component() {
        DiagnosticsPanel known = panel;
        if (known == null) {
            known = new DiagnosticsPanel(presenter, navigator::back);
            KeyBindings.bind(known, PosKeys.BACK, navigator::back);
            KeyBindings.bind(known, PosKeys.REFRESH, presenter::checkAgain);
            presenter.attach(known);
            panel = known;
        }
        return known;
    }

    @Override
    public void shown() {
        presenter.shown();
        ticks.start();
    }

    @Override
    public void hidden() {
        ticks.stop();
    }
}
