package com.euphoriapos.device.simulator;

import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * A drawer on the printer's kick cable: it opens with a pulse, is closed by hand only, and hears of nothing while the printer is
 * off. Thread-safe.
 */
@Component(
        service = {CashDrawer.class, SimulatedDrawer.class},
        immediate = true,
        property = {
            Device.PROPERTY_ID + "=" + SimulatedDrawer.ID,
            Device.PROPERTY_ROLE + "=" + Device.ROLE_RECEIPT,
            "service.ranking:Integer=-100"
        })
public final class SimulatedDrawer implements CashDrawer {
    static final String ID = "drawer.demo";

    private static final DeviceInfo INFO = new DeviceInfo(
            ID,
            DeviceCategory.CASH_DRAWER,
            Device.ROLE_RECEIPT,
            "Demo cash drawer",
            "kick cable of printer.demo",
            "device-simulator");

    private final DriverThread thread = new DriverThread("simulator-drawer");
    private final StatusFeed feed = new StatusFeed(INFO, DeviceStatus.READY, thread);
    private final Counters counters = new Counters("opens", "alreadyOpen", "closes", "failures");
    private final SimulatedPrinter printer;

    @Activate
    public SimulatedDrawer(@Reference SimulatedPrinter printer) {
        this.printer = printer;
    }

    @Deactivate
    void stop() {
        thread.stop();
    }

    @Override
    public synchronized void open() {
        if (!printer.powered()) {
            counters.count("failures");
            throw new DeviceException(
                    DeviceCondition.UNREACHABLE, "The demo drawer got no pulse: its printer is switched off.");
        }
        if (standsOpen()) {
            counters.count("alreadyOpen");
        } else {
            counters.count("opens");
            feed.set(DeviceStatus.of(DeviceCondition.DRAWER_OPEN, ""));
        }
    }

    /** Somebody pushes it shut. */
    public synchronized void close() {
        if (standsOpen()) {
            counters.count("closes");
            feed.set(DeviceStatus.READY);
        }
    }

    /** Whether it stands open. */
    public boolean standsOpen() {
        return feed.current().has(DeviceCondition.DRAWER_OPEN);
    }

    @Override
    public DeviceInfo info() {
        return INFO;
    }

    @Override
    public DeviceStatus status() {
        return feed.current();
    }

    @Override
    public Map<String, Long> counters() {
        return counters.snapshot();
    }

    @Override
    public void addStatusListener(DeviceStatusListener listener) {
        feed.add(listener);
    }

    @Override
    public void removeStatusListener(DeviceStatusListener listener) {
        feed.remove(listener);
    }
}
