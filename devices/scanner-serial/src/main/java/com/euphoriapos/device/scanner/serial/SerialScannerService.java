package com.euphoriapos.device.scanner.serial;

import com.euphoriapos.device.javapos.DecodedScan;
import com.euphoriapos.device.javapos.JposErrors;
import com.euphoriapos.device.javapos.ScannerServiceBase;
import com.euphoriapos.device.javapos.ServiceInfo;
import jpos.JposException;

/** The JavaPOS service of a serial scanner. */
final class SerialScannerService extends ScannerServiceBase {
    /** Direct command: appends the last lines that went over the wire to the {@link StringBuilder} given. */
    static final int DIRECT_CAPTURE = 7_002;

    private final SerialScannerPort port;

    SerialScannerService(SerialScannerPort port) {
        super(
                new ServiceInfo(
                        "Euphoria POS serial scanner service 0.1",
                        "Serial barcode scanner",
                        "Serial barcode scanner at " + port.resource(),
                        "Scanner"),
                port);
        this.port = port;
    }

    @Override
    protected DecodedScan decode(byte[] data) {
        return ScanTypes.decode(data);
    }

    @Override
    public void directIO(int command, int[] data, Object object) throws JposException {
        requireOpen();
        if (command != DIRECT_CAPTURE || !(object instanceof StringBuilder out)) {
            throw JposErrors.illegal("this scanner knows only the direct command " + DIRECT_CAPTURE);
        }
        port.captured().forEach(line -> out.append(line).append('\n'));
    }
}
