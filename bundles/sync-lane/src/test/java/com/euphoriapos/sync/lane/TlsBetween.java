package com.euphoriapos.sync.lane;

import com.euphoriapos.sync.lane.tls.LaneIdentity;
import com.euphoriapos.sync.lane.tls.PinnedKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Somebody in the middle who ends TLS on both sides with a key of their own, reads everything and passes it on. */
final class TlsBetween implements AutoCloseable {
    private final SSLContext tls = LaneIdentity.of(TestLane.newKey()).context(new PinnedKeys(any -> true));
    private final SSLServerSocket server;
    private final int target;
    private final AtomicLong read = new AtomicLong();
    private final List<SSLSocket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean forging;

    TlsBetween(int target) throws IOException {
        this.target = target;
        server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(true);
        thread(this::accept);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Plain bytes that it saw. */
    long read() {
        return read.get();
    }

    /** Answers the proof itself, with a yes. */
    void forgeYes() {
        forging = true;
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "tls-between");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                SSLSocket near = (SSLSocket) server.accept();
                SSLSocket far =
                        (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(near, far));
                thread(() -> carry(near, far, true));
                thread(() -> carry(far, near, false));
            } catch (IOException closed) {
                // Ends with the server.
            }
        }
    }

    private void carry(SSLSocket from, SSLSocket to, boolean forth) {
        byte[] chunk = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int count;
            while ((count = in.read(chunk)) >= 0) {
                read.addAndGet(count);
                ByteArrayOutputStream piece = new ByteArrayOutputStream();
                piece.write(chunk, 0, count);
                if (forth
                        && forging
                        && piece.toString(StandardCharsets.ISO_8859_1).contains("/pair/proof")) {
                    from.getOutputStream().write(yes());
                    from.getOutputStream().flush();
                } else {
                    out.write(piece.toByteArray());
                    out.flush();
                }
            }
        } catch (IOException ended) {
            // One side ended: so does the other.
        }
    }

    private static byte[] yes() {
        String body = "{\"proof\":\"" + "0".repeat(64)
                + "\",\"store\":\"Mine\",\"lanes\":[],\"secrets\":{\"store.pepper\":\"AAAA\"},\"local\":{}}";
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SSLSocket socket : sockets) {
            socket.close();
        }
    }
}
