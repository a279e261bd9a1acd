package com.euphoriapos.device.javapos.adapter;

import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceScan;
import com.euphoriapos.device.api.ScanListener;
import com.euphoriapos.device.api.Scanner;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jpos.BaseJposControl;
import jpos.JposConst;
import jpos.JposException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JavaPOS scanner as a scanner of the lane. */
final class ScannerAdapter extends ControlAdapter implements Scanner {
    private static final Logger LOG = LoggerFactory.getLogger(ScannerAdapter.class);

    // Guarded by itself, while listeners are called too: so none is called after it was removed.
    private final List<ScanListener> listeners = new ArrayList<>();
    private volatile jpos.Scanner control = new jpos.Scanner();

    ScannerAdapter(DeviceInfo info, String logicalName) {
        super(info, logicalName);
    }

    @Override
    BaseJposControl fresh() {
        jpos.Scanner made = new jpos.Scanner();
        made.addDataListener(event -> scanned(made));
        made.addStatusUpdateListener(this::power);
        made.addErrorListener(event -> event.setErrorResponse(JposConst.JPOS_ER_CLEAR));
        control = made;
        return made;
    }

    @Override
    boolean claims() {
        return true;
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
        control.setDecodeData(true);
        control.setDataEventEnabled(true);
    }

    private void scanned(jpos.Scanner from) {
        try {
            byte[] raw = from.getScanData();
            if (raw != null && raw.length > 0) {
                count("scans");
                tell(scan(raw));
            }
        } catch (JposException e) {
            LOG.warn("A scan of {} could not be read", info().id(), e);
        } finally {
            enableNext(from);
        }
    }

    private static void enableNext(jpos.Scanner from) {
        try {
            from.setDataEventEnabled(true);
        } catch (JposException e) {
            LOG.debug("The scanner was closed while a scan was delivered", e);
        }
    }

    private DeviceScan scan(byte[] raw) {
        String data = text(raw);
        boolean aim = data.length() > 3 && data.charAt(0) == ']' && Character.isLetter(data.charAt(1));
        return new DeviceScan(info().id(), data, aim ? data.substring(0, 3) : "");
    }

    /** Two-dimensional codes may hold UTF-8; whatever is not is taken byte by byte, so nothing is ever lost. */
    private static String text(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, StandardCharsets.ISO_8859_1);
        }
    }

    private void tell(DeviceScan scan) {
        synchronized (listeners) {
            for (ScanListener listener : List.copyOf(listeners)) {
                try {
                    listener.scanned(scan);
                } catch (RuntimeException e) {
                    LOG.error("A listener of {} failed", info().id(), e);
                }
            }
        }
    }

    @Override
    public void addScanListener(ScanListener listener) {
        synchronized (listeners) {
            if (!listeners.contains(listener)) {
                listeners.add(listener);
            }
        }
    }

    @Override
    public void removeScanListener(ScanListener listener) {
        synchronized (listeners) {
            listeners.remove(listener);
        }
    }
}
