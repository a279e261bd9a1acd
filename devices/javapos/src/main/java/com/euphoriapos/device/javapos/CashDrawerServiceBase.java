package com.euphoriapos.device.javapos;

import java.util.concurrent.TimeUnit;
import jpos.CashDrawerConst;
import jpos.JposConst;
import jpos.JposException;
import jpos.services.CashDrawerService114;

/** A cash drawer service at UnifiedPOS 1.14 over a {@link DrawerPort}. Shareable: opening it needs no claim. */
public abstract class CashDrawerServiceBase extends CommonService implements CashDrawerService114 {
    private final DrawerPort port;
    private final Object change = new Object();
    private boolean opened;
    private boolean running;

    /** A service over this port. */
    protected CashDrawerServiceBase(ServiceInfo info, DrawerPort port) {
        super(info, false, port.resource());
        this.port = port;
    }

    @Override
    protected final void enable() throws JposException {
        synchronized (change) {
            running = true;
        }
        port.start(this::changed);
    }

    @Override
    protected final void disable() {
        synchronized (change) {
            running = false;
            change.notifyAll();
        }
        port.stop();
    }

    @Override
    protected final void enabled() {
        synchronized (change) {
            if (opened && port.reportsOpened()) {
                fireStatus(CashDrawerConst.CASH_SUE_DRAWEROPEN);
            }
        }
    }

    @Override
    protected final String probe() throws JposException {
        return port.probe();
    }

    @Override
    protected final void checkExternally() throws JposException {
        openDrawer();
    }

    private void changed(DrawerPort.Status status) {
        power(status.power());
        if (!port.reportsOpened()) {
            return;
        }
        boolean differs;
        synchronized (change) {
            differs = opened != status.opened();
            opened = status.opened();
            change.notifyAll();
        }
        if (differs) {
            fireStatus(status.opened() ? CashDrawerConst.CASH_SUE_DRAWEROPEN : CashDrawerConst.CASH_SUE_DRAWERCLOSED);
        }
    }

    @Override
    public final boolean getCapStatus() throws JposException {
        requireOpen();
        return port.reportsOpened();
    }

    @Override
    public final boolean getCapStatusMultiDrawerDetect() throws JposException {
        requireOpen();
        return false;
    }

    @Override
    public final boolean getDrawerOpened() throws JposException {
        requireEnabled();
        synchronized (change) {
            return opened;
        }
    }

    @Override
    public final void openDrawer() throws JposException {
        requireEnabled();
        state(JposConst.JPOS_S_BUSY);
        try {
            port.pulse();
            count("openings");
        } finally {
            state(JposConst.JPOS_S_IDLE);
        }
    }

    /** Waits until the drawer is closed. The times for a beeper are checked, but this drawer has none. */
    @Override
    public final void waitForDrawerClose(int beepTimeout, int beepFrequency, int beepDuration, int beepDelay)
            throws JposException {
        requireEnabled();
        if (beepTimeout < 0 || beepFrequency < 0 || beepDuration < 0 || beepDelay < 0) {
            throw JposErrors.illegal("times and frequency of the beeper are not negative");
        }
        if (!port.reportsOpened()) {
            return;
        }
        synchronized (change) {
            while (running && opened) {
                try {
                    change.wait(TimeUnit.SECONDS.toMillis(1));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw JposErrors.timeout("the wait for the drawer was interrupted");
                }
            }
        }
        requireEnabled();
    }
}
