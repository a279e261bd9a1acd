package com.euphoriapos.device.io;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes links from addresses as they stand in configuration files.
 *
 * <ul>
 *   <li>{@code serial:/dev/serial/by-id/NAME?baud=9600&dataBits=8&parity=none&stopBits=1&flow=none}
 *   <li>{@code tcp:HOST:PORT}, with {@code ?writeMillis=5000}
 *   <li>{@code file:/dev/usb/lp0}
 * </ul>
 */
public final class ByteLinks {
    private ByteLinks() {}

    /**
     * The link for an address. Touches no hardware.
     *
     * @throws IllegalArgumentException with a sentence that names what is wrong
     */
    public static ByteLink parse(String address) {
        int colon = address.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "the address " + address + " does not begin with serial:, tcp: or file:");
        }
        String kind = address.substring(0, colon).toLowerCase(Locale.ROOT);
        int question = address.indexOf('?');
        String target = address.substring(colon + 1, question < 0 ? address.length() : question);
        Map<String, String> options = options(question < 0 ? "" : address.substring(question + 1));
        if (target.isBlank()) {
            throw new IllegalArgumentException("the address " + address + " names no device");
        }
        ByteLink link =
                switch (kind) {
                    case "serial" -> serial(target, options);
                    case "tcp" -> tcp(target, options);
                    case "file" -> new FileLink(Path.of(target));
                    default ->
                        throw new IllegalArgumentException(
                                "the address " + address + " does not begin with serial:, tcp: or file:");
                };
        if (!options.isEmpty()) {
            throw new IllegalArgumentException("unknown in the address " + address + ": " + options.keySet());
        }
        return link;
    }

    /** A serial port by path or name; a symbolic link such as those in {@code /dev/serial/by-id} is the best choice. */
    public static ByteLink serial(SerialSettings settings) {
        return new SerialLink(settings);
    }

    private static ByteLink serial(String port, Map<String, String> options) {
        SerialSettings usual = SerialSettings.of(port);
        return new SerialLink(new SerialSettings(
                port,
                number(options, "baud", usual.baud()),
                number(options, "dataBits", usual.dataBits()),
                SerialSettings.Parity.parse(take(options, "parity", "none")),
                number(options, "stopBits", usual.stopBits()),
                SerialSettings.Flow.parse(take(options, "flow", "none"))));
    }

    private static ByteLink tcp(String target, Map<String, String> options) {
        int colon = target.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("tcp:" + target + " has no port, as in tcp:192.0.2.7:9100");
        }
        String host = target.substring(0, colon).replace("[", "").replace("]", "");
        int port;
        try {
            port = Integer.parseInt(target.substring(colon + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("tcp:" + target + " has no port number", e);
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("tcp:" + target + " has a port that is not 1 to 65535");
        }
        int writeMillis = number(options, "writeMillis", 5_000);
        if (writeMillis < 100 || writeMillis > 60_000) {
            throw new IllegalArgumentException("writeMillis is 100 to 60000, not " + writeMillis);
        }
        return new TcpLink(host, port, writeMillis);
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new TreeMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                options.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            } else if (!pair.isEmpty()) {
                throw new IllegalArgumentException("the option " + pair + " has no value");
            }
        }
        return options;
    }

    private static String take(Map<String, String> options, String key, String otherwise) {
        String value = options.remove(key);
        return value == null ? otherwise : value;
    }

    private static int number(Map<String, String> options, String key, int otherwise) {
        String value = options.remove(key);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is a number, not " + value, e);
        }
    }
}
