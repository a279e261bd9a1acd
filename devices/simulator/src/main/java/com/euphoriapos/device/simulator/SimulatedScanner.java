package com.euphoriapos.device.simulator;

import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceScan;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import com.euphoriapos.device.api.ScanListener;
import com.euphoriapos.device.api.Scanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A barcode scanner without a barcode. Unplugged it reads nothing, and what was read is not lost. Thread-safe. */
@Component(
        service = {Scanner.class, SimulatedScanner.class},
        immediate = true,
        property = {
            Device.PROPERTY_ID + "=" + SimulatedScanner.ID,
            Device.PROPERTY_ROLE + "=" + Device.ROLE_SALE,
            "service.ranking:Integer=-100"
        })
public final class SimulatedScanner implements Scanner {
    static final String ID = "scanner.demo";
    /** An AIM identifier is a bracket, a letter and a digit. */
    private static final int AIM_LENGTH = 3;

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedScanner.class);
    private static final DeviceInfo INFO = new DeviceInfo(
            ID, DeviceCategory.SCANNER, Device.ROLE_SALE, "Demo scanner", "simulated", "device-simulator");

    private final DriverThread thread = new DriverThread("simulator-scanner");
    private final StatusFeed feed = new StatusFeed(INFO, DeviceStatus.READY, thread);
    private final Counters counters = new Counters("scans", "lostScans", "reconnects");
    private final ReentrantLock telling = new ReentrantLock();
    private final Set<ScanListener> listeners = new LinkedHashSet<>();

    @Activate
    public SimulatedScanner() {}

    @Deactivate
    void stop() {
        thread.stop();
    }

    /**
     * Somebody holds a code before the scanner. Returns at once; listeners hear of it on the scanner's thread.
     *
     * @param code as the scanner sends it, an AIM identifier in front where it sends one
     * @return whether it was read: not while unplugged, nor when the lane takes the scans too slowly
     */
    public boolean scan(String code) {
        String data = code.strip();
        if (data.isEmpty() || !plugged()) {
            return false;
        }
        String aimId = data.startsWith("]") && data.length() > AIM_LENGTH ? data.substring(0, AIM_LENGTH) : "";
        boolean taken = thread.offer(() -> tellAll(new DeviceScan(ID, data, aimId)));
        counters.count(taken ? "scans" : "lostScans");
        return taken;
    }

    /** Plugs the cable in or pulls it. */
    public void plug(boolean in) {
        if (in == plugged()) {
            return;
        }
        if (in) {
            counters.count("reconnects");
        }
        feed.set(
                in
                        ? DeviceStatus.READY
                        : DeviceStatus.of(DeviceCondition.UNREACHABLE, "The demo scanner is unplugged."));
    }

    /** Whether the cable is in. */
    public boolean plugged() {
        return feed.current().canServe();
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

    @Override
    public void addScanListener(ScanListener listener) {
        telling.lock();
        try {
            listeners.add(listener);
        } finally {
            telling.unlock();
        }
    }

    @Override
    public void removeScanListener(ScanListener listener) {
        telling.lock();
        try {
            listeners.remove(listener);
        } finally {
            telling.unlock();
        }
    }

    private void tellAll(DeviceScan scan) {
        telling.lock();
        try {
            for (ScanListener listener : new ArrayList<>(listeners)) {
                if (listeners.contains(listener)) {
                    tell(listener, scan);
                }
            }
        } finally {
            telling.unlock();
        }
    }

    private static void tell(ScanListener listener, DeviceScan scan) {
        try {
            listener.scanned(scan);
        } catch (RuntimeException e) {
            LOG.error("A listener of {} failed", ID, e);
        }
    }
}
