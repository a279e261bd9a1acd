package com.euphoriapos.device.io;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a serial port is set. A wrong value is an {@link IllegalArgumentException} that names it.
 *
 * @param port path or name
 * @param baud 300 to 921,600
 * @param dataBits 7 or 8
 * @param stopBits 1 or 2
 */
public record SerialSettings(String port, int baud, int dataBits, Parity parity, int stopBits, Flow flow) {
    /** The parity bit. */
    public enum Parity {
        /** None. */
        NONE,
        /** An odd number of ones. */
        ODD,
        /** An even number of ones. */
        EVEN;

        /** Reads {@code none}, {@code odd} or {@code even}. */
        public static Parity parse(String text) {
            return named(values(), "parity", text);
        }
    }

    /** Who stops whom when a buffer is full. */
    public enum Flow {
        /** Nobody. */
        NONE,
        /** By the RTS and CTS lines. */
        RTSCTS,
        /** By the DTR and DSR lines. */
        DTRDSR,
        /** By the characters XON and XOFF. */
        XONXOFF;

        /** Reads {@code none}, {@code rtscts}, {@code dtrdsr} or {@code xonxoff}. */
        public static Flow parse(String text) {
            return named(values(), "flow", text);
        }
    }

    public SerialSettings {
        if (port.isBlank()) {
            throw new IllegalArgumentException("port is empty; it is a path such as /dev/serial/by-id/NAME");
        }
        if (baud < 300 || baud > 921_600) {
            throw new IllegalArgumentException("baud is 300 to 921600, not " + baud);
        }
        if (dataBits != 7 && dataBits != 8) {
            throw new IllegalArgumentException("dataBits is 7 or 8, not " + dataBits);
        }
        if (stopBits != 1 && stopBits != 2) {
            throw new IllegalArgumentException("stopBits is 1 or 2, not " + stopBits);
        }
    }

    /** 9600 baud, 8 data bits, no parity, 1 stop bit, no flow control: what most devices are delivered with. */
    public static SerialSettings of(String port) {
        return new SerialSettings(port, 9_600, 8, Parity.NONE, 1, Flow.NONE);
    }

    private static <E extends Enum<E>> E named(E[] all, String key, String text) {
        for (E one : all) {
            if (one.name().equalsIgnoreCase(text.strip())) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                key + " is one of " + Arrays.toString(all).toLowerCase(Locale.ROOT) + ", not " + text);
    }
}
