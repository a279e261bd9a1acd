package com.euphoriapos.device.javapos;

import jpos.JposException;
import jpos.ScannerConst;
import jpos.events.DataEvent;
import jpos.services.ScannerService114;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scanner service at UnifiedPOS 1.14 over a {@link ScannerPort}. A subclass knows how to tell label and type. */
public abstract class ScannerServiceBase extends CommonService implements ScannerService114 {
    private static final Logger LOG = LoggerFactory.getLogger(ScannerServiceBase.class);
    private static final byte[] NOTHING = {};

    private final ScannerPort port;
    private volatile boolean autoDisable;
    private volatile boolean decodeData;
    private volatile byte[] scanData = NOTHING;
    private volatile byte[] scanDataLabel = NOTHING;
    private volatile int scanDataType = ScannerConst.SCAN_SDT_UNKNOWN;

    /** A service over this port. */
    protected ScannerServiceBase(ServiceInfo info, ScannerPort port) {
        super(info, true, port.resource());
        this.port = port;
    }

    /** Tells label and type of a code; must answer for any bytes. */
    protected abstract DecodedScan decode(byte[] data);

    @Override
    protected final void opened() {
        autoDisable = false;
        decodeData = false;
        forget();
    }

    @Override
    protected final void enable() throws JposException {
        port.start(this::signalled);
    }

    @Override
    protected final void disable() {
        port.stop();
    }

    @Override
    protected final String probe() throws JposException {
        return port.probe();
    }

    private void signalled(ScannerPort.Signal signal) {
        if (signal instanceof ScannerPort.Power change) {
            power(change.power());
        } else if (signal instanceof ScannerPort.Code code) {
            scanned(code.data());
        }
    }

    private void scanned(byte[] data) {
        count("scans");
        boolean decoding = decodeData;
        DecodedScan scan = decoding ? decode(data) : new DecodedScan(NOTHING, ScannerConst.SCAN_SDT_UNKNOWN);
        if (autoDisable) {
            disableItself();
        }
        fireInput(callbacks -> {
            scanData = data;
            scanDataLabel = scan.label();
            scanDataType = scan.type();
            callbacks.fireDataEvent(new DataEvent(callbacks.getEventSource(), 0));
        });
    }

    /** Before the scan can be heard of: who hears it may enable the scanner again at once. */
    private void disableItself() {
        try {
            setDeviceEnabled(false);
        } catch (JposException e) {
            LOG.warn("The scanner could not disable itself after a scan", e);
        }
    }

    private void forget() {
        scanData = NOTHING;
        scanDataLabel = NOTHING;
        scanDataType = ScannerConst.SCAN_SDT_UNKNOWN;
    }

    @Override
    public final boolean getAutoDisable() throws JposException {
        requireOpen();
        return autoDisable;
    }

    @Override
    public final void setAutoDisable(boolean disable) throws JposException {
        requireOpen();
        autoDisable = disable;
    }

    @Override
    public final int getDataCount() throws JposException {
        requireOpen();
        return inputCount();
    }

    @Override
    public final boolean getDataEventEnabled() throws JposException {
        requireOpen();
        return dataEvents();
    }

    @Override
    public final void setDataEventEnabled(boolean enable) throws JposException {
        requireOpen();
        dataEvents(enable);
    }

    @Override
    public final boolean getDecodeData() throws JposException {
        requireOpen();
        return decodeData;
    }

    @Override
    public final void setDecodeData(boolean decode) throws JposException {
        requireOpen();
        decodeData = decode;
    }

    @Override
    public final byte[] getScanData() throws JposException {
        requireOpen();
        return scanData.clone();
    }

    @Override
    public final byte[] getScanDataLabel() throws JposException {
        requireOpen();
        return scanDataLabel.clone();
    }

    @Override
    public final int getScanDataType() throws JposException {
        requireOpen();
        return scanDataType;
    }

    @Override
    public final void clearInput() throws JposException {
        requireClaim();
        dropInput();
    }

    @Override
    public final void clearInputProperties() throws JposException {
        requireClaim();
        forget();
    }
}
