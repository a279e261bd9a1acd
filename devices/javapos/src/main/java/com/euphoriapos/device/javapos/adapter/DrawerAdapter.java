package com.euphoriapos.device.javapos.adapter;

import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceInfo;
import jpos.BaseJposControl;
import jpos.CashDrawerConst;
import jpos.JposConst;
import jpos.JposException;
import jpos.events.StatusUpdateEvent;

/** A JavaPOS cash drawer as a drawer of the lane. It is not claimed: drawers are shared. */
final class DrawerAdapter extends ControlAdapter implements CashDrawer {
    private volatile jpos.CashDrawer control = new jpos.CashDrawer();

    DrawerAdapter(DeviceInfo info, String logicalName) {
        super(info, logicalName);
    }

    @Override
    BaseJposControl fresh() {
        jpos.CashDrawer made = new jpos.CashDrawer();
        made.addStatusUpdateListener(this::changed);
        control = made;
        return made;
    }

    @Override
    boolean claims() {
        return false;
    }

    @Override
    void prepare() throws JposException {
        if (control.getCapPowerReporting() != JposConst.JPOS_PR_NONE) {
            control.setPowerNotify(JposConst.JPOS_PN_ENABLED);
        }
    }

    @Override
    int powerState() throws JposException {
        return control.getPowerState();
    }

    @Override
    void enabled() throws JposException {
        if (control.getCapStatus()) {
            opened(control.getDrawerOpened());
        }
    }

    private void changed(StatusUpdateEvent event) {
        if (!power(event)) {
            if (event.getStatus() == CashDrawerConst.CASH_SUE_DRAWEROPEN) {
                opened(true);
            } else if (event.getStatus() == CashDrawerConst.CASH_SUE_DRAWERCLOSED) {
                opened(false);
            }
        }
    }

    private void opened(boolean open) {
        if (open) {
            board().set(DeviceCondition.DRAWER_OPEN, "");
        } else {
            board().clear(DeviceCondition.DRAWER_OPEN);
        }
    }

    @Override
    public void open() {
        requireReady();
        try {
            control.openDrawer();
            count("openings");
            board().clear(DeviceCondition.MECHANICAL_ERROR, DeviceCondition.SILENT);
        } catch (JposException e) {
            count("failures");
            throw trouble(e);
        }
    }
}
