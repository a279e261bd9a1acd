package com.euphoriapos.testkit.printer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A network receipt printer on the loopback interface. It serves one connection at a time, as printers do; its paper, its
 * unprinted data and its faults outlive a connection. Thread-safe; times of waiting are real time.
 */
public final class EscPosEmulator implements AutoCloseable {
    private static final int READ_BYTES_MAX = 1_024;

    private final Object lock = new Object();
    private final EmulatedPrinter printer;
    private final int port;
    private @Nullable ServerSocket server;
    private @Nullable Socket connection;
    private @Nullable OutputStream replies;
    private boolean closed;
    private boolean stuck;
    private long received;
    private long connections;
    private long resetAt = Long.MAX_VALUE;
    private long silentAt = Long.MAX_VALUE;
    private long halfCloseAt = Long.MAX_VALUE;
    private Duration perByte = Duration.ZERO;

    /** Starts a printer of this many columns on a free port. */
    public static EscPosEmulator start(int columns) {
        return start(columns, 0);
    }

    /** Starts a printer on a port; 0 takes a free one. */
    public static EscPosEmulator start(int columns, int port) {
        return new EscPosEmulator(columns, port);
    }

    private EscPosEmulator(int columns, int wantedPort) {
        printer = new EmulatedPrinter(columns, this::reply);
        ServerSocket first = listen(wantedPort);
        server = first;
        port = first.getLocalPort();
        serve(first);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Its address as the driver's setting writes it. */
    public String address() {
        return "tcp:127.0.0.1:" + port;
    }

    /** The receipts that were cut off, oldest first. */
    public List<PrintedReceipt> receipts() {
        synchronized (lock) {
            return printer.receipts();
        }
    }

    /** The paper since the last cut. */
    public PrintedReceipt uncut() {
        synchronized (lock) {
            return printer.uncut();
        }
    }

    /** How often a drawer was opened; an entry is the pin, 2 or 5. */
    public List<Integer> pulses() {
        synchronized (lock) {
            return printer.pulses();
        }
    }

    /** What a real printer would have printed as garbage; empty when all commands were right. */
    public List<String> problems() {
        synchronized (lock) {
            return printer.problems();
        }
    }

    /** How many bytes came in, real-time commands included. */
    public long receivedBytes() {
        synchronized (lock) {
            return received;
        }
    }

    /** How many bytes of commands and text were printed, real-time commands not included. */
    public long processedBytes() {
        synchronized (lock) {
            return printer.processed();
        }
    }

    /** How many connections were served. */
    public long connections() {
        synchronized (lock) {
            return connections;
        }
    }

    /** Paper ends after this many more processed bytes; 0 is at once. */
    public void paperOutAfter(long bytes) {
        change(() -> printer.paperOutAfter(bytes));
    }

    /** A new roll; the printer goes on with what it holds. */
    public void loadPaper() {
        change(printer::loadPaper);
    }

    /** A new roll, but the printer waits until the host clears it, as some do with a feed button to press. */
    public void loadPaperAndHold() {
        change(printer::loadPaperAndHold);
    }

    /** Opens or closes the cover. */
    public void cover(boolean open) {
        change(() -> printer.cover(open));
    }

    /** The near-end sensor. */
    public void nearEnd(boolean near) {
        change(() -> printer.nearEnd(near));
    }

    /** Jams the cutter; {@code DLE ENQ 2} frees it. */
    public void jamCutter() {
        change(printer::jam);
    }

    /** The level of the drawer's switch; a pulse makes it high. */
    public void drawerSwitch(boolean high) {
        change(() -> printer.drawerSwitch(high));
    }

    /** Takes everything and prints it, but answers nothing. */
    public void silent(boolean value) {
        change(() -> printer.silent(value));
    }

    /** Answers nothing any more after this many more received bytes. */
    public void silentAfter(long bytes) {
        change(() -> silentAt = received + bytes);
    }

    /** Answers at once what real-time commands ask, but never {@code GS r}, as some clones do. */
    public void neverConfirms(boolean value) {
        change(() -> printer.neverConfirms(value));
    }

    /** Stops reading, so that the connection fills up. */
    public void stuck(boolean value) {
        change(() -> stuck = value);
    }

    /** Takes this long for each byte. */
    public void slow(Duration each) {
        change(() -> perByte = each);
    }

    /** Resets the connection after this many more received bytes. */
    public void resetAfter(long bytes) {
        change(() -> resetAt = received + bytes);
    }

    /** Closes its half of the connection after this many more received bytes. */
    public void halfCloseAfter(long bytes) {
        change(() -> halfCloseAt = received + bytes);
    }

    /** Unplugs it: resets the connection and refuses new ones. */
    public void unplug() {
        change(() -> {
            closeServer();
            closeConnection(true);
        });
    }

    /** Plugs it in again on the same port. */
    public void plug() {
        change(() -> {
            if (server == null && !closed) {
                ServerSocket next = listen(port);
                server = next;
                serve(next);
            }
        });
    }

    /** Power off and on: forgets what it did not print yet. */
    public void powerCycle() {
        change(() -> {
            closeConnection(true);
            printer.powerOn();
        });
    }

    /** Waits until the condition holds; false when it did not in time. The condition is tested on each change. */
    public boolean await(Predicate<EscPosEmulator> condition, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        synchronized (lock) {
            while (!condition.test(this)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                pause(left);
            }
            return true;
        }
    }

    /** Waits for this many cut receipts. */
    public boolean awaitReceipts(int count, Duration timeout) {
        return await(self -> self.receipts().size() >= count, timeout);
    }

    @Override
    public void close() {
        change(() -> {
            closed = true;
            closeServer();
            closeConnection(false);
        });
    }

    private void change(Runnable change) {
        synchronized (lock) {
            change.run();
            printer.settle();
            lock.notifyAll();
        }
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 5);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket listening) {
        Thread thread = new Thread(() -> acceptAll(listening), "escpos-emulator-" + listening.getLocalPort());
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll(ServerSocket listening) {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                serve(socket);
            } catch (IOException e) {
                // A reset by us or by the host ends this connection; the printer serves the next one.
                synchronized (lock) {
                    lock.notifyAll();
                }
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        synchronized (lock) {
            // An answer of one byte must not wait for the acknowledgement of the one before it.
            socket.setTcpNoDelay(true);
            connection = socket;
            replies = socket.getOutputStream();
            connections++;
            printer.connected();
            lock.notifyAll();
        }
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[READ_BYTES_MAX];
            for (int n = in.read(buffer, 0, wanted()); n >= 0; n = in.read(buffer, 0, wanted())) {
                for (int i = 0; i < n; i++) {
                    take(buffer[i] & 0xFF);
                }
            }
        } finally {
            synchronized (lock) {
                connection = null;
                replies = null;
                lock.notifyAll();
            }
        }
    }

    private int wanted() {
        synchronized (lock) {
            while (stuck && !closed) {
                pause(Long.MAX_VALUE);
            }
            return perByte.isZero() ? READ_BYTES_MAX : 1;
        }
    }

    private void take(int octet) throws IOException {
        synchronized (lock) {
            long due = System.nanoTime() + perByte.toNanos();
            while (!perByte.isZero() && due - System.nanoTime() > 0 && !closed) {
                pause(due - System.nanoTime());
            }
            received++;
            if (received >= silentAt) {
                silentAt = Long.MAX_VALUE;
                printer.silent(true);
            }
            printer.accept(octet);
            if (received >= resetAt) {
                resetAt = Long.MAX_VALUE;
                closeConnection(true);
                throw new SocketException("reset as told");
            }
            if (received >= halfCloseAt && connection != null) {
                halfCloseAt = Long.MAX_VALUE;
                connection.shutdownOutput();
            }
            lock.notifyAll();
        }
    }

    private void pause(long nanos) {
        try {
            lock.wait(Math.max(1, Math.min(1_000, nanos / 1_000_000)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void reply(byte[] bytes) {
        OutputStream out = replies;
        if (out == null) {
            return;
        }
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            // The host is gone; a printer does not care.
            replies = null;
        }
    }

    private void closeServer() {
        ServerSocket open = server;
        server = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void closeConnection(boolean reset) {
        Socket open = connection;
        if (open == null) {
            return;
        }
        try {
            if (reset) {
                open.setSoLinger(true, 0);
            }
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
