package com.euphoriapos.device.io;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A serial port. Reading blocks at most for the time asked: of the ways that the library offers, this is the one that tells of
 * an unplugged device once, by −1, instead of calling back as fast as it can. Each opening makes a new port object, because an
 * old one stays bound to the device that is gone.
 */
final class SerialLink implements ByteLink {
    private static final int WRITE_MILLIS = 5_000;

    private final SerialSettings settings;
    private final Object guard = new Object();
    private volatile @Nullable SerialPort port;
    private int timeoutSet;

    SerialLink(SerialSettings settings) {
        this.settings = settings;
    }

    @Override
    public String address() {
        return "serial:" + settings.port();
    }

    @Override
    public void open() throws IOException {
        if (!present()) {
            throw new IOException("there is no " + settings.port() + "; it is unplugged or has another name");
        }
        SerialPort fresh;
        try {
            fresh = find(settings.port());
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("there is no serial port " + settings.port(), e);
        }
        fresh.setComPortParameters(settings.baud(), settings.dataBits(), stopBits(), parity());
        fresh.setFlowControl(flow());
        timeoutSet = 500;
        fresh.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, timeoutSet, WRITE_MILLIS);
        // Only the answer of openPort counts: the error code after a success is a leftover.
        if (!fresh.openPort()) {
            throw new IOException("can't open " + settings.port() + " (error " + fresh.getLastErrorCode()
                    + "); another program uses it, or this user has no right to it");
        }
        synchronized (guard) {
            port = fresh;
        }
    }

    /**
     * The library's shutdown hook keeps the context class loader of the thread that came first: were it a driver's, that
     * driver's classes would stay after its jar is deleted.
     */
    private static SerialPort find(String name) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SerialLink.class.getClassLoader());
        try {
            return SerialPort.getCommPort(name);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private int stopBits() {
        return settings.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
    }

    private int parity() {
        return switch (settings.parity()) {
            case NONE -> SerialPort.NO_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
        };
    }

    private int flow() {
        return switch (settings.flow()) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case RTSCTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case DTRDSR -> SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED;
            case XONXOFF -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
        };
    }

    @Override
    public int read(byte[] buffer, int timeoutMillis) {
        SerialPort reading = port;
        if (reading == null) {
            return -1;
        }
        if (timeoutSet != timeoutMillis) {
            timeoutSet = timeoutMillis;
            reading.setComPortTimeouts(
                    SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING,
                    timeoutMillis,
                    WRITE_MILLIS);
        }
        return reading.readBytes(buffer, buffer.length);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        SerialPort writing = port;
        int done = 0;
        while (writing != null && done < bytes.length) {
            byte[] rest = done == 0 ? bytes : Arrays.copyOfRange(bytes, done, bytes.length);
            int written = writing.writeBytes(rest, rest.length);
            if (written <= 0) {
                throw new IOException(settings.port() + " took " + done + " of " + bytes.length + " bytes");
            }
            done += written;
        }
        if (writing == null) {
            throw new IOException(settings.port() + " is closed");
        }
    }

    @Override
    public boolean present() {
        // Names such as COM3 are no paths; for them only reading tells.
        return !settings.port().startsWith("/") || Files.exists(Path.of(settings.port()));
    }

    @Override
    public void close() {
        SerialPort closing;
        synchronized (guard) {
            closing = port;
            port = null;
        }
        if (closing != null) {
            closing.closePort();
        }
    }
}
