package com.euphoriapos.device.javapos;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import jpos.JposConst;
import jpos.JposException;
import jpos.events.DirectIOEvent;
import jpos.events.StatusUpdateEvent;
import jpos.loader.JposServiceInstance;
import jpos.services.BaseService;
import jpos.services.EventCallbacks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a service: open, claim, enable, its event queue and its power. {@link CommonService} adds the properties. */
abstract class ServiceCore implements BaseService, JposServiceInstance {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceCore.class);

    private final ServiceInfo info;
    private final boolean exclusive;
    private final String resource;
    private final ClaimLock claimLock;
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private final AtomicBoolean dataEventEnabled = new AtomicBoolean();
    // Held while opening, claiming, enabling and closing, which may take seconds; never while an event is delivered.
    private final ReentrantLock lifecycle = new ReentrantLock();
    private volatile @Nullable ServiceEvents events;
    private volatile @Nullable EventCallbacks callbacks;
    private volatile boolean open;
    private volatile boolean claimed;
    private volatile boolean enabled;
    private volatile int state = JposConst.JPOS_S_CLOSED;
    private volatile int powerNotify = JposConst.JPOS_PN_DISABLED;
    private volatile PowerStatus power = PowerStatus.UNKNOWN;

    /**
     * @param exclusive whether the category demands a claim before anything else
     * @param resource see {@link DevicePort#resource()}
     */
    protected ServiceCore(ServiceInfo info, boolean exclusive, String resource) {
        this.info = info;
        this.exclusive = exclusive;
        this.resource = resource;
        this.claimLock = new ClaimLock(info.category(), resource);
    }

    /** Starts the hardware; returns within three seconds. */
    protected abstract void enable() throws JposException;

    /** Stops the hardware and ends its threads, within two seconds. Called once for each {@link #enable()}. */
    protected abstract void disable();

    @Override
    public final void open(String logicalName, EventCallbacks eventCallbacks) throws JposException {
        lifecycle.lock();
        try {
            if (open) {
                throw JposErrors.illegal(logicalName + " is open already");
            }
            ServiceEvents queue = new ServiceEvents(logicalName, () -> dataEventEnabled.compareAndSet(true, false));
            queue.start();
            events = queue;
            callbacks = eventCallbacks;
            dataEventEnabled.set(false);
            powerNotify = JposConst.JPOS_PN_DISABLED;
            power = PowerStatus.UNKNOWN;
            state = JposConst.JPOS_S_IDLE;
            open = true;
            opened();
        } finally {
            lifecycle.unlock();
        }
    }

    /** The service was opened: put properties to their first values. */
    protected void opened() {}

    @Override
    public final void claim(int timeout) throws JposException {
        requireOpen();
        if (timeout < JposConst.JPOS_FOREVER) {
            throw JposErrors.illegal("a claim can't wait " + timeout + " ms");
        }
        if (!claimed) {
            claimLock.acquire(timeout);
            lifecycle.lock();
            try {
                if (!open) {
                    claimLock.release();
                    throw JposErrors.closed();
                }
                claimed = true;
            } finally {
                lifecycle.unlock();
            }
        }
    }

    @Override
    public final void release() throws JposException {
        requireOpen();
        lifecycle.lock();
        try {
            if (!claimed) {
                throw JposErrors.illegal("the device is not claimed by this service");
            }
            if (exclusive && enabled) {
                stopHardware();
            }
            claimed = false;
            claimLock.release();
        } finally {
            lifecycle.unlock();
        }
    }

    @Override
    public final void setDeviceEnabled(boolean enable) throws JposException {
        requireClaim();
        lifecycle.lock();
        try {
            if (enable && !enabled) {
                startHardware();
            } else if (!enable && enabled) {
                stopHardware();
            }
        } finally {
            lifecycle.unlock();
        }
    }

    private void startHardware() throws JposException {
        power = PowerStatus.UNKNOWN;
        enable();
        boolean away = power == PowerStatus.OFF_OFFLINE || power == PowerStatus.OFFLINE;
        if (away && powerNotify == JposConst.JPOS_PN_DISABLED) {
            // Without power events the application would never hear that the hardware came, so it must know now.
            disable();
            throw JposErrors.noHardware(resource + " can't be reached");
        }
        enabled = true;
        if (powerNotify == JposConst.JPOS_PN_ENABLED) {
            fireStatus(power.code());
        }
        enabled();
    }

    /** The device is enabled: fire the events that tell of its state. */
    protected void enabled() {}

    private void stopHardware() {
        enabled = false;
        disable();
        power = PowerStatus.UNKNOWN;
        if (state != JposConst.JPOS_S_CLOSED) {
            state = JposConst.JPOS_S_IDLE;
        }
    }

    @Override
    public final void close() throws JposException {
        requireOpen();
        ServiceEvents queue;
        lifecycle.lock();
        try {
            queue = events;
            if (enabled) {
                stopHardware();
            }
            claimed = false;
            claimLock.release();
            open = false;
            state = JposConst.JPOS_S_CLOSED;
            dataEventEnabled.set(false);
        } finally {
            lifecycle.unlock();
        }
        // Not under the lock: a listener that is at work may be calling us.
        if (queue != null) {
            queue.end();
        }
        callbacks = null;
    }

    @Override
    public void deleteInstance() throws JposException {
        if (open) {
            close();
        }
    }

    final ServiceInfo info() {
        return info;
    }

    final boolean isClaimed() {
        return claimed;
    }

    final boolean isEnabled() {
        return enabled;
    }

    final int notifyCode() {
        return powerNotify;
    }

    final void notifyCode(int notify) {
        powerNotify = notify;
    }

    @Override
    public final boolean getFreezeEvents() throws JposException {
        requireOpen();
        ServiceEvents queue = events;
        return queue != null && queue.frozen();
    }

    @Override
    public final void setFreezeEvents(boolean freeze) throws JposException {
        requireOpen();
        ServiceEvents queue = events;
        if (queue != null) {
            queue.freeze(freeze);
        }
    }

    @Override
    public final int getState() {
        return state;
    }

    // ---- for subclasses ----

    /** Tells of the hardware's power; an event follows where the application wants it. Any thread. */
    protected final void power(PowerStatus now) {
        PowerStatus before = power;
        power = now;
        if (before != now && enabled && powerNotify == JposConst.JPOS_PN_ENABLED) {
            fireStatus(now.code());
        }
    }

    /** The last known power. */
    protected final PowerStatus power() {
        return power;
    }

    /** Puts a status update event into the queue. */
    protected final void fireStatus(int status) {
        fire(callback -> callback.fireStatusUpdateEvent(new StatusUpdateEvent(callback.getEventSource(), status)));
    }

    /** Puts a direct I/O event into the queue. */
    protected final void fireDirectIo(int eventNumber, int data, Object object) {
        fire(c -> c.fireDirectIOEvent(new DirectIOEvent(c.getEventSource(), eventNumber, data, object)));
    }

    /** What is done with the application's callbacks, on the event thread. */
    @FunctionalInterface
    protected interface Delivery {
        /** Delivers one event. */
        void to(EventCallbacks callbacks);
    }

    /** Puts any other event into the queue; it does not wait for data events to be enabled. */
    protected final void fire(Delivery delivery) {
        enqueue(false, delivery);
    }

    /** Puts an input event into the queue, where it waits for data events to be enabled; false when the queue is full. */
    protected final boolean fireInput(Delivery delivery) {
        return enqueue(true, delivery);
    }

    private boolean enqueue(boolean input, Delivery delivery) {
        ServiceEvents queue = events;
        EventCallbacks target = callbacks;
        boolean added = queue != null && target != null && queue.add(input, () -> delivery.to(target));
        if (!added && open) {
            count("droppedEvents");
            LOG.warn("The event queue of {} is full; an event was dropped", info.deviceName());
        }
        return added;
    }

    /** How many input events wait. */
    protected final int inputCount() {
        ServiceEvents queue = events;
        return queue == null ? 0 : queue.inputCount();
    }

    /** Drops all input events that wait. */
    protected final void dropInput() {
        ServiceEvents queue = events;
        if (queue != null) {
            queue.clearInput();
        }
    }

    /** Whether data events are enabled. */
    protected final boolean dataEvents() {
        return dataEventEnabled.get();
    }

    /** Enables data events or not. */
    protected final void dataEvents(boolean enable) {
        dataEventEnabled.set(enable);
        ServiceEvents queue = events;
        if (enable && queue != null) {
            queue.wake();
        }
    }

    /** Sets one of the {@code JPOS_S_} states of an open device. */
    protected final void state(int now) {
        if (open) {
            state = now;
        }
    }

    /** Adds one to a counter that statistics and diagnostics show. */
    protected final void count(String counter) {
        counters.computeIfAbsent(counter, c -> new LongAdder()).increment();
    }

    /** The counters since this service was made, by name. */
    public final Map<String, Long> counters() {
        Map<String, Long> all = new TreeMap<>();
        counters.forEach((name, value) -> all.put(name, value.sum()));
        return all;
    }

    /** @throws JposException CLOSED */
    protected final void requireOpen() throws JposException {
        if (!open) {
            throw JposErrors.closed();
        }
    }

    /** @throws JposException CLOSED, CLAIMED or NOTCLAIMED; a shareable device needs no claim, unless another has it */
    protected final void requireClaim() throws JposException {
        requireOpen();
        if (claimed) {
            return;
        }
        if (!claimLock.tryAcquire()) {
            throw JposErrors.claimedByAnother(resource);
        }
        lifecycle.lock();
        try {
            if (!claimed) {
                claimLock.release();
            }
        } finally {
            lifecycle.unlock();
        }
        if (exclusive) {
            throw JposErrors.notClaimed();
        }
    }

    /** @throws JposException CLOSED, CLAIMED, NOTCLAIMED or DISABLED */
    protected final void requireEnabled() throws JposException {
        requireClaim();
        if (!enabled) {
            throw JposErrors.disabled();
        }
    }
}
