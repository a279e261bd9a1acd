package com.euphoriapos.device.javapos.adapter;

import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The status of a device and those who want to hear of it. Listeners are called under the lock, so that each hears the changes
 * in order and none hears of one after it was removed; they have promised to return at once.
 */
final class StatusBoard {
    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

    private final DeviceInfo info;
    private final List<DeviceStatusListener> listeners = new ArrayList<>();
    private volatile DeviceStatus status;

    StatusBoard(DeviceInfo info, DeviceStatus first) {
        this.info = info;
        this.status = first;
    }

    DeviceStatus status() {
        return status;
    }

    synchronized void add(DeviceStatusListener listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
            tell(listener, status);
        }
    }

    synchronized void remove(DeviceStatusListener listener) {
        listeners.remove(listener);
    }

    synchronized void set(DeviceCondition condition, String detail) {
        Set<DeviceCondition> all = EnumSet.of(condition);
        all.addAll(status.conditions());
        replace(new DeviceStatus(all, detail));
    }

    synchronized void clear(DeviceCondition... conditions) {
        Set<DeviceCondition> all = EnumSet.noneOf(DeviceCondition.class);
        all.addAll(status.conditions());
        boolean changed = false;
        for (DeviceCondition condition : conditions) {
            changed |= all.remove(condition);
        }
        if (changed) {
            replace(new DeviceStatus(all, all.isEmpty() ? "" : status.detail()));
        }
    }

    synchronized void replace(DeviceStatus now) {
        if (now.equals(status)) {
            return;
        }
        status = now;
        LOG.debug("{} is {}", info.id(), now);
        for (DeviceStatusListener listener : List.copyOf(listeners)) {
            tell(listener, now);
        }
    }

    private void tell(DeviceStatusListener listener, DeviceStatus now) {
        try {
            listener.statusChanged(info, now);
        } catch (RuntimeException e) {
            LOG.error("A listener of {} failed", info.id(), e);
        }
    }
}
