package com.euphoriapos.device.simulator.swing;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.device.simulator.SimulatedDrawer;
import com.euphoriapos.device.simulator.SimulatedPrinter;
import com.euphoriapos.device.simulator.SimulatedScanner;
import com.euphoriapos.device.simulator.panel.ItemLoader;
import com.euphoriapos.device.simulator.panel.PanelPresenter;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Brings the panel up where there is a display, and takes it away. Nothing here waits for the event thread. */
@Component(
        service = {},
        immediate = true)
public final class PanelComponent {
    private final boolean shown;
    private final String window;
    private final PanelPresenter.Devices devices;
    private final Catalog catalog;
    private final Store store;
    private volatile @Nullable Open open;

    private record Open(DevicePanel panel, PanelPresenter presenter, ItemLoader loader) {}

    @Activate
    public PanelComponent(
            BundleContext context,
            @Reference SimulatedScanner scanner,
            @Reference SimulatedPrinter printer,
            @Reference SimulatedDrawer drawer,
            @Reference Catalog catalog,
            @Reference Store store) {
        this.shown = !Boolean.parseBoolean(context.getProperty("pos.headless")) && !GraphicsEnvironment.isHeadless();
        this.window = Objects.requireNonNullElse(context.getProperty("pos.window"), "");
        this.devices = new PanelPresenter.Devices(scanner, printer, drawer);
        this.catalog = catalog;
        this.store = store;
    }

    @Activate
    void start() {
        if (shown) {
            EventQueue.invokeLater(this::openPanel);
        }
    }

    @Deactivate
    void stop() {
        if (shown) {
            // Behind the opening in the same queue, so it can't overtake it.
            EventQueue.invokeLater(this::closePanel);
        }
        Open now = open;
        if (now != null) {
            now.presenter().end();
            now.loader().end();
        }
    }

    private void openPanel() {
        DevicePanel panel = new DevicePanel(Place.of(window));
        PanelPresenter presenter = new PanelPresenter(devices, panel, EventQueue::invokeLater);
        ItemLoader loader = new ItemLoader(catalog, store, presenter::itemsLoaded);
        open = new Open(panel, presenter, loader);
        panel.follow(presenter);
        panel.open();
        presenter.begin();
        loader.begin();
    }

    private void closePanel() {
        Open now = open;
        open = null;
        if (now != null) {
            now.presenter().end();
            now.loader().end();
            now.panel().close();
        }
    }
}
