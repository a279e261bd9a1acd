package com.euphoriapos.device.javapos.adapter;

import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.javapos.PosPrinterServiceBase;
import jpos.BaseJposControl;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import jpos.events.StatusUpdateEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JavaPOS printer as a printer of the lane. */
final class PrinterAdapter extends ControlAdapter implements PosPrinter {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterAdapter.class);
    private static final int USUAL_COLUMNS = 42;

    private final Object printing = new Object();
    private volatile POSPrinter control = new POSPrinter();
    private volatile int columns = USUAL_COLUMNS;
    private volatile boolean talksBack;

    PrinterAdapter(DeviceInfo info, String logicalName) {
        super(info, logicalName);
    }

    @Override
    BaseJposControl fresh() {
        POSPrinter made = new POSPrinter();
        made.addStatusUpdateListener(this::changed);
        control = made;
        return made;
    }

    @Override
    boolean claims() {
        return true;
    }

    @Override
    void prepare() throws JposException {
        talksBack = control.getCapPowerReporting() != JposConst.JPOS_PR_NONE;
        if (talksBack) {
            control.setPowerNotify(JposConst.JPOS_PN_ENABLED);
        }
    }

    @Override
    int powerState() throws JposException {
        return control.getPowerState();
    }

    @Override
    void enabled() throws JposException {
        control.setAsyncMode(false);
        control.setMapMode(POSPrinterConst.PTR_MM_DOTS);
        int offered = control.getRecLineChars();
        columns = offered >= 16 ? offered : USUAL_COLUMNS;
        if (control.getCapCoverSensor() && control.getCoverOpen()) {
            board().set(DeviceCondition.COVER_OPEN, "");
        }
        if (control.getCapRecEmptySensor() && control.getRecEmpty()) {
            board().set(DeviceCondition.PAPER_OUT, "");
        }
    }

    private void changed(StatusUpdateEvent event) {
        if (power(event)) {
            return;
        }
        switch (event.getStatus()) {
            case POSPrinterConst.PTR_SUE_COVER_OPEN, POSPrinterConst.PTR_SUE_REC_COVER_OPEN ->
                board().set(DeviceCondition.COVER_OPEN, "");
            case POSPrinterConst.PTR_SUE_COVER_OK, POSPrinterConst.PTR_SUE_REC_COVER_OK ->
                board().clear(DeviceCondition.COVER_OPEN);
            case POSPrinterConst.PTR_SUE_REC_EMPTY -> {
                board().clear(DeviceCondition.PAPER_LOW);
                board().set(DeviceCondition.PAPER_OUT, "");
            }
            case POSPrinterConst.PTR_SUE_REC_NEAREMPTY -> {
                board().clear(DeviceCondition.PAPER_OUT);
                board().set(DeviceCondition.PAPER_LOW, "");
            }
            case POSPrinterConst.PTR_SUE_REC_PAPEROK ->
                board().clear(DeviceCondition.PAPER_OUT, DeviceCondition.PAPER_LOW);
            default -> LOG.trace("{} tells {}", info().id(), event.getStatus());
        }
    }

    @Override
    public Outcome print(ReceiptDocument document) {
        requireReady();
        synchronized (printing) {
            POSPrinter printer = control;
            try {
                printer.transactionPrint(POSPrinterConst.PTR_S_RECEIPT, POSPrinterConst.PTR_TP_TRANSACTION);
                new ReceiptWriter(printer, columns).write(document);
                printer.transactionPrint(POSPrinterConst.PTR_S_RECEIPT, POSPrinterConst.PTR_TP_NORMAL);
                count("jobs");
                board().clear(
                                DeviceCondition.MECHANICAL_ERROR,
                                DeviceCondition.SILENT,
                                DeviceCondition.PAPER_OUT,
                                DeviceCondition.COVER_OPEN);
                return outcome(printer);
            } catch (JposException e) {
                count("failures");
                forget(printer);
                throw trouble(e);
            }
        }
    }

    /** Our services say it exactly. Of a vendor's, a printer that talks back has printed when a synchronous call returns. */
    private Outcome outcome(POSPrinter printer) {
        int[] confirmed = new int[1];
        try {
            printer.directIO(PosPrinterServiceBase.DIRECT_LAST_CONFIRMED, confirmed, "");
        } catch (JposException e) {
            confirmed[0] = talksBack ? 1 : 0;
        }
        if (confirmed[0] == 0) {
            count("unconfirmed");
        }
        return confirmed[0] == 0 ? Outcome.UNCONFIRMED : Outcome.CONFIRMED;
    }

    /** What was collected of a failed document must not come out with the next one. */
    private static void forget(POSPrinter printer) {
        try {
            printer.clearOutput();
        } catch (JposException e) {
            LOG.debug("The printer's output could not be cleared", e);
        }
    }

    @Override
    public int columns() {
        return columns;
    }
}
