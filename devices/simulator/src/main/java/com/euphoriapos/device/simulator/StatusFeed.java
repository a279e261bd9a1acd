package com.euphoriapos.device.simulator;

import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The status of a device and who hears of it. Listeners are called under a lock of their own: only so can a removal promise
 * that no call begins after it. Several changes in a row may be told as one, the last is always told. Thread-safe.
 */
final class StatusFeed {
    private static final Logger LOG = LoggerFactory.getLogger(StatusFeed.class);

    private final DeviceInfo device;
    private final DriverThread thread;
    private final ReentrantLock telling = new ReentrantLock();
    private final Map<DeviceStatusListener, DeviceStatus> heard = new LinkedHashMap<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile DeviceStatus current;

    StatusFeed(DeviceInfo device, DeviceStatus first, DriverThread thread) {
        this.device = device;
        this.current = first;
        this.thread = thread;
    }

    DeviceStatus current() {
        return current;
    }

    void set(DeviceStatus status) {
        current = status;
        if (waiting.compareAndSet(false, true) && !thread.offer(this::tellAll)) {
            waiting.set(false);
        }
    }

    void add(DeviceStatusListener listener) {
        telling.lock();
        try {
            if (!heard.containsKey(listener)) {
                DeviceStatus now = current;
                heard.put(listener, now);
                tell(listener, now);
            }
        } finally {
            telling.unlock();
        }
    }

    void remove(DeviceStatusListener listener) {
        telling.lock();
        try {
            heard.remove(listener);
        } finally {
            telling.unlock();
        }
    }

    private void tellAll() {
        waiting.set(false);
        telling.lock();
        try {
            DeviceStatus now = current;
            List<DeviceStatusListener> all = new ArrayList<>(heard.keySet());
            for (DeviceStatusListener listener : all) {
                // A listener may have removed the next one meanwhile.
                if (heard.containsKey(listener) && !now.equals(heard.put(listener, now))) {
                    tell(listener, now);
                }
            }
        } finally {
            telling.unlock();
        }
    }

    private void tell(DeviceStatusListener listener, DeviceStatus status) {
        try {
            listener.statusChanged(device, status);
        } catch (RuntimeException e) {
            LOG.error("A listener of {} failed", device.id(), e);
        }
    }
}
