package com.euphoriapos.device.javapos.adapter;

import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import jpos.BaseJposControl;
import jpos.JposConst;
import jpos.JposException;
import jpos.events.StatusUpdateEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one JavaPOS control open, claimed and enabled, on a thread of its own that waits between tries 0.5 to 5 seconds, and
 * turns its events and errors into the status of a device. Thread-safe.
 */
public abstract class ControlAdapter implements Device {
    private static final Logger LOG = LoggerFactory.getLogger(ControlAdapter.class);
    private static final int CLAIM_MILLIS = 1_000;
    private static final int FIRST_PAUSE_MILLIS = 500;
    private static final int LAST_PAUSE_MILLIS = 5_000;

    private final DeviceInfo info;
    private final String logicalName;
    private final StatusBoard board;
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private final ThreadFactory threads;
    private final Object guard = new Object();
    private boolean ended;
    private boolean again;
    private @Nullable Thread keeper;
    private volatile boolean ready;

    ControlAdapter(DeviceInfo info, String logicalName) {
        this.info = info;
        this.logicalName = logicalName;
        this.threads = work -> {
            Thread thread = new Thread(work, "device-" + info.id());
            thread.setDaemon(true);
            return thread;
        };
        this.board = new StatusBoard(info, DeviceStatus.of(DeviceCondition.UNREACHABLE, "starting"));
    }

    /** A fresh, closed control with its listeners; the old one, if any, is forgotten. */
    abstract BaseJposControl fresh();

    /** Whether the category needs a claim. */
    abstract boolean claims();

    /** The control is claimed and not enabled yet: set what can only be set now. */
    abstract void prepare() throws JposException;

    /** The control is enabled: set the rest, and read its state. */
    abstract void enabled() throws JposException;

    /** One of {@code JPOS_PS_}, as the control says it now. */
    abstract int powerState() throws JposException;

    private boolean seemsThere() throws JposException {
        int now = powerState();
        return now == JposConst.JPOS_PS_ONLINE || now == JposConst.JPOS_PS_UNKNOWN;
    }

    /** Begins; once. */
    public final void start() {
        synchronized (guard) {
            Thread made = threads.newThread(this::keep);
            keeper = made;
            made.start();
        }
    }

    /** Closes the control and ends the thread, within four seconds. */
    public final void stop() {
        Thread running;
        synchronized (guard) {
            ended = true;
            running = keeper;
            guard.notifyAll();
        }
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(4));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void keep() {
        int pause = FIRST_PAUSE_MILLIS;
        while (!ended()) {
            BaseJposControl control = fresh();
            try {
                bringUp(control);
                pause = FIRST_PAUSE_MILLIS;
                count("openings");
                awaitTrouble();
            } catch (JposException e) {
                LOG.debug("{} can't be brought up", logicalName, e);
                board.replace(DeviceStatus.of(JposTrouble.condition(e), JposTrouble.words(e)));
            } catch (RuntimeException | LinkageError e) {
                LOG.error("The driver of {} failed", logicalName, e);
                board.replace(DeviceStatus.of(DeviceCondition.MISCONFIGURED, "the driver failed: " + e));
            }
            ready = false;
            close(control);
            pause(pause);
            pause = Math.min(LAST_PAUSE_MILLIS, pause * 2);
        }
        board.replace(DeviceStatus.of(DeviceCondition.UNREACHABLE, "the driver was removed"));
    }

    private void bringUp(BaseJposControl control) throws JposException {
        synchronized (guard) {
            again = false;
        }
        control.open(logicalName);
        if (claims()) {
            control.claim(CLAIM_MILLIS);
        }
        prepare();
        // Nothing of an earlier round holds any more; from here on events tell the status.
        board.replace(DeviceStatus.of(DeviceCondition.UNREACHABLE, "connecting to " + info.connection()));
        control.setDeviceEnabled(true);
        enabled();
        // Before the status says so: whoever sees that it can serve must find it ready.
        ready = true;
        if (seemsThere()) {
            board.clear(DeviceCondition.UNREACHABLE);
            if (!seemsThere()) {
                board.set(DeviceCondition.UNREACHABLE, "off or unplugged: " + info.connection());
            }
        }
    }

    private static void close(BaseJposControl control) {
        try {
            if (control.getState() != JposConst.JPOS_S_CLOSED) {
                control.close();
            }
        } catch (JposException | RuntimeException | LinkageError e) {
            LOG.debug("A control did not close well", e);
        }
    }

    private void awaitTrouble() {
        synchronized (guard) {
            while (!ended && !again) {
                try {
                    guard.wait();
                } catch (InterruptedException e) {
                    ended = true;
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void pause(int millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (guard) {
            long left = until - System.nanoTime();
            while (!ended && left > 0) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(guard, left);
                } catch (InterruptedException e) {
                    ended = true;
                    Thread.currentThread().interrupt();
                }
                left = until - System.nanoTime();
            }
        }
    }

    private boolean ended() {
        synchronized (guard) {
            return ended;
        }
    }

    /** Closes the control and brings it up again. */
    final void reopen() {
        synchronized (guard) {
            again = true;
            guard.notifyAll();
        }
    }

    /** The service's power changed, if the event is about power; true when it was. */
    final boolean power(StatusUpdateEvent event) {
        switch (event.getStatus()) {
            case JposConst.JPOS_SUE_POWER_ONLINE -> {
                if (ready && board.status().has(DeviceCondition.UNREACHABLE)) {
                    count("reconnects");
                }
                if (ready) {
                    board.clear(DeviceCondition.UNREACHABLE, DeviceCondition.SILENT, DeviceCondition.MECHANICAL_ERROR);
                } else {
                    board.clear(DeviceCondition.SILENT, DeviceCondition.MECHANICAL_ERROR);
                }
            }
            case JposConst.JPOS_SUE_POWER_OFF, JposConst.JPOS_SUE_POWER_OFF_OFFLINE ->
                board.set(DeviceCondition.UNREACHABLE, "off or unplugged: " + info.connection());
            case JposConst.JPOS_SUE_POWER_OFFLINE ->
                board.set(DeviceCondition.SILENT, "on, but not answering: " + info.connection());
            default -> {
                return false;
            }
        }
        return true;
    }

    final StatusBoard board() {
        return board;
    }

    final void count(String counter) {
        counters.computeIfAbsent(counter, c -> new LongAdder()).increment();
    }

    /** @throws DeviceException when the control is not up, with the reason */
    final void requireReady() {
        if (!ready) {
            DeviceStatus now = board.status();
            DeviceCondition condition = now.conditions().stream().findFirst().orElse(DeviceCondition.UNREACHABLE);
            throw DeviceException.nothingSent(condition, info.model() + " " + condition.words() + ": " + now.detail());
        }
    }

    /** What a refused call means for the lane. */
    final DeviceException trouble(JposException refused) {
        DeviceCondition condition = JposTrouble.condition(refused);
        switch (refused.getErrorCode()) {
            case JposConst.JPOS_E_CLOSED,
                    JposConst.JPOS_E_NOTCLAIMED,
                    JposConst.JPOS_E_NOSERVICE,
                    JposConst.JPOS_E_DISABLED -> reopen();
            case JposConst.JPOS_E_FAILURE, JposConst.JPOS_E_EXTENDED, JposConst.JPOS_E_TIMEOUT -> {
                if (saysItIsGone()) {
                    board.set(condition, JposTrouble.words(refused));
                }
            }
            default -> LOG.debug("{} refused", logicalName, refused);
        }
        return new DeviceException(condition, info.model() + ": " + JposTrouble.words(refused), refused);
    }

    /**
     * A failure of one call, such as a job that was cancelled, is no state: where the service says that the device is there, no
     * event would ever take it off the board again, and nothing would be tried any more.
     */
    private boolean saysItIsGone() {
        try {
            return !seemsThere();
        } catch (JposException | RuntimeException e) {
            LOG.debug("{} does not tell its power", logicalName, e);
            return false;
        }
    }

    @Override
    public final DeviceInfo info() {
        return info;
    }

    @Override
    public final DeviceStatus status() {
        return board.status();
    }

    @Override
    public final Map<String, Long> counters() {
        Map<String, Long> all = new TreeMap<>();
        counters.forEach((name, value) -> all.put(name, value.sum()));
        return all;
    }

    @Override
    public final void addStatusListener(DeviceStatusListener listener) {
        board.add(listener);
    }

    @Override
    public final void removeStatusListener(DeviceStatusListener listener) {
        board.remove(listener);
    }
}
