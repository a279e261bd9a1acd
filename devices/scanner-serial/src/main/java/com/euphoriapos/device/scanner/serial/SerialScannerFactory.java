package com.euphoriapos.device.scanner.serial;

import com.euphoriapos.device.io.ByteLinks;
import com.euphoriapos.device.io.CaptureRing;
import com.euphoriapos.device.io.Pace;
import com.euphoriapos.device.io.SerialSettings;
import com.euphoriapos.device.javapos.JposErrors;
import java.time.InstantSource;
import java.util.TreeMap;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.loader.JposServiceInstance;
import jpos.loader.JposServiceInstanceFactory;

/**
 * Makes the service of a serial scanner from a JavaPOS entry with the properties {@code port}, {@code baud}, {@code dataBits},
 * {@code parity}, {@code stopBits} and {@code flow}, of which only the first is required. It can be named in a jpos.xml.
 */
public final class SerialScannerFactory implements JposServiceInstanceFactory {
    /** Called by the JavaPOS loader. */
    public SerialScannerFactory() {}

    @Override
    public JposServiceInstance createInstance(String logicalName, JposEntry entry) throws JposException {
        TreeMap<String, String> values = new TreeMap<>();
        for (String key : ScannerSettings.SERIAL_KEYS) {
            if (entry.hasPropertyWithName(key)) {
                values.put(key, String.valueOf(entry.getPropertyValue(key)));
            }
        }
        SerialSettings settings;
        try {
            settings = ScannerSettings.serial(values);
        } catch (IllegalArgumentException e) {
            throw JposErrors.illegal("the entry " + logicalName + " is wrong: " + e.getMessage());
        }
        CaptureRing capture = new CaptureRing(logicalName, InstantSource.system());
        return new SerialScannerService(
                new SerialScannerPort(settings.port(), () -> ByteLinks.serial(settings), Pace.USUAL, capture));
    }
}
