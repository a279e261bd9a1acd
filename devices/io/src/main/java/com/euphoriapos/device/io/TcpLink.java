package com.euphoriapos.device.io;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection. A socket's write has no time limit of its own and a printer without paper stops taking bytes, so a watchdog
 * closes the socket when a write takes too long, which frees the writer.
 */
final class TcpLink implements ByteLink {
    private static final int CONNECT_MILLIS = 2_000;

    private final String host;
    private final int port;
    private final int writeMillis;
    private final Object guard = new Object();
    private volatile @Nullable Open open;

    private record Open(Socket socket, ScheduledExecutorService watchdog) {}

    TcpLink(String host, int port, int writeMillis) {
        this.host = host;
        this.port = port;
        this.writeMillis = writeMillis;
    }

    @Override
    public String address() {
        return "tcp:" + host + ":" + port;
    }

    @Override
    public void open() throws IOException {
        Socket socket = new Socket();
        try {
            InetSocketAddress target = new InetSocketAddress(host, port);
            if (target.isUnresolved()) {
                throw new IOException("the name " + host + " is unknown");
            }
            socket.connect(target, CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
        } catch (IOException e) {
            socket.close();
            throw new IOException(address() + " can't be reached: " + e.getMessage(), e);
        }
        synchronized (guard) {
            open = new Open(socket, Executors.newSingleThreadScheduledExecutor(LinkThreads.named("tcp-watch-" + host)));
        }
    }

    @Override
    public int read(byte[] buffer, int timeoutMillis) throws IOException {
        Open current = open;
        if (current == null) {
            return -1;
        }
        current.socket().setSoTimeout(timeoutMillis);
        try {
            return current.socket().getInputStream().read(buffer);
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        Open current = open;
        if (current == null) {
            throw new IOException(address() + " is closed");
        }
        // Set before the socket is closed: the writer may be freed before the alarm counts as done.
        AtomicBoolean tooLong = new AtomicBoolean();
        Runnable free = () -> {
            tooLong.set(true);
            closeSocket(current.socket());
        };
        ScheduledFuture<?> alarm = current.watchdog().schedule(free, writeMillis, TimeUnit.MILLISECONDS);
        try {
            current.socket().getOutputStream().write(bytes);
            current.socket().getOutputStream().flush();
        } catch (IOException e) {
            if (tooLong.get()) {
                throw new IOException(address() + " took no more bytes for " + writeMillis + " ms", e);
            }
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public void close() {
        Open closing;
        synchronized (guard) {
            closing = open;
            open = null;
        }
        if (closing != null) {
            closing.watchdog().shutdownNow();
            closeSocket(closing.socket());
        }
    }

    private static void closeSocket(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
            return;
        }
    }
}
