package com.euphoriapos.sync.lane;

import com.euphoriapos.sync.lane.tls.LaneIdentity;
import com.euphoriapos.sync.lane.tls.PinnedKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** Whoever may be at the other end of a socket: speaks TLS and WebSocket by hand, and badly where the test wants it. */
final class RawPeer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Without TLS. */
    static RawPeer plain(int port) throws IOException {
        return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** With TLS 1.3 and that key; trusts everybody. */
    static RawPeer with(LaneIdentity identity, int port) throws IOException {
        return new RawPeer(identity.context(new PinnedKeys(any -> true))
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port));
    }

    /** Over a socket that the test has made. */
    static RawPeer over(SSLSocket socket) throws IOException {
        return new RawPeer(socket);
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Asks for a WebSocket; returns the first line of the answer, empty when the connection ended without one. */
    String upgrade(String... headers) throws IOException {
        StringBuilder request = new StringBuilder("GET " + Rooms.LINK_PATH + " HTTP/1.1\r\nHost: lane\r\n")
                .append("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n")
                .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    /** Reads the head of an answer; returns its first line. */
    String answer() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int read;
        while ((read = in.read()) >= 0) {
            head.write(read);
            if (head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.US_ASCII).split("\r\n", 2)[0];
    }

    /** The head of a masked frame with a mask of zeros, whatever follows. */
    void frameHead(int opcode, boolean fin, long length) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write((fin ? 0x80 : 0) | opcode);
        if (length < 126) {
            head.write(0x80 | (int) length);
        } else {
            head.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                head.write((int) (length >> shift));
            }
        }
        head.write(new byte[4]);
        write(head.toByteArray());
    }

    void frame(int opcode, byte[] payload) throws IOException {
        frameHead(opcode, true, payload.length);
        write(payload);
    }

    /** Reads until the other end closes; whether it did within the patience. */
    boolean ends() {
        byte[] chunk = new byte[4096];
        try {
            while (in.read(chunk) >= 0) {
                // What it says is of no interest.
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
