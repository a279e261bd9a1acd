package com.euphoriapos.sync.cloud.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the cloud, kept open between requests, which go one after the other. It has no thread of its own: when it is closed
 * nothing is left of it, which the client of this Java can't promise. {@link #close} may come from any thread and ends a request that
 * waits. No redirect is followed and no proxy asked: whoever answers is the cloud, or it is somebody else.
 */
public final class Line implements AutoCloseable {
    /** Bytes of an answer, unpacked. */
    static final int BODY_MAX = 8 << 20;

    private static final int HEAD_MAX = 16 << 10;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int PACK_FROM = 512;

    private final Address address;
    private final SSLSocketFactory tls;
    private volatile @Nullable Socket socket;
    private volatile boolean closed;
    private @Nullable InputStream in;
    private long bytes;

    /** @param tls trusts whom this computer trusts */
    public Line(Address address, SSLSocketFactory tls) {
        this.address = address;
        this.tls = tls;
    }

    /**
     * What is asked.
     *
     * @param path with its query, beginning with a slash
     * @param token empty for none
     * @param body empty for a GET
     * @param timeoutMillis how long the cloud may be silent
     */
    public record Request(String path, String token, String body, int timeoutMillis) {
        /** Without the token. */
        @Override
        public String toString() {
            return path;
        }
    }

    /** Bytes that went to and fro so far, heads among them. */
    public synchronized long bytes() {
        return bytes;
    }

    /**
     * Asks and waits.
     *
     * @throws IOException when no answer came; what was asked may have been done
     */
    public synchronized Reply ask(Request request) throws IOException {
        boolean kept = socket != null;
        try {
            return exchange(request);
        } catch (IOException e) {
            hangUp();
            // The cloud may have closed a connection that nobody used: whatever we ask may be asked twice.
            if (!kept || closed || e instanceof java.net.SocketTimeoutException) {
                throw e;
            }
        }
        try {
            return exchange(request);
        } catch (IOException e) {
            hangUp();
            throw e;
        }
    }

    private Reply exchange(Request request) throws IOException {
        Socket now = connected();
        now.setSoTimeout(request.timeoutMillis());
        byte[] head = write(request, now.getOutputStream());
        bytes += head.length;
        InputStream from = in;
        if (from == null) {
            throw new EOFException("no connection");
        }
        Reply reply = read(from);
        if (reply.header("connection", "").equalsIgnoreCase("close")) {
            hangUp();
        }
        return reply;
    }

    private Socket connected() throws IOException {
        Socket now = socket;
        if (now != null) {
            return now;
        }
        Socket plain = new Socket();
        socket = plain;
        if (closed) {
            hangUp();
            throw new IOException("closed");
        }
        plain.connect(new InetSocketAddress(address.host().replaceAll("[\\[\\]]", ""), address.port()), CONNECT_MILLIS);
        plain.setTcpNoDelay(true);
        plain.setKeepAlive(true);
        plain.setSoTimeout(CONNECT_MILLIS);
        Socket open = address.secure() ? secured(plain) : plain;
        socket = open;
        in = new BufferedInputStream(open.getInputStream());
        if (closed) {
            hangUp();
            throw new IOException("closed");
        }
        return open;
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket secure = (SSLSocket) tls.createSocket(plain, address.host(), address.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /** Returns all that was written. */
    private byte[] write(Request request, OutputStream out) throws IOException {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        boolean packed = body.length >= PACK_FROM;
        if (packed) {
            ByteArrayOutputStream packing = new ByteArrayOutputStream(body.length / 4);
            try (GZIPOutputStream gzip = new GZIPOutputStream(packing)) {
                gzip.write(body);
            }
            body = packing.toByteArray();
        }
        StringBuilder head = new StringBuilder(300)
                .append(body.length == 0 ? "GET " : "POST ")
                .append(address.path())
                .append(request.path())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.authority())
                .append("\r\nAccept-Encoding: gzip\r\n");
        if (!request.token().isEmpty()) {
            head.append("Authorization: Bearer ").append(request.token()).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n")
                    .append(packed ? "Content-Encoding: gzip\r\n" : "");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length() + body.length + 2);
        all.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.write(body);
        out.write(all.toByteArray());
        out.flush();
        return all.toByteArray();
    }

    private Reply read(InputStream from) throws IOException {
        int status = 0;
        Map<String, String> headers = new HashMap<>();
        // Answers on the way, such as 100, are none.
        while (status < 200) {
            headers.clear();
            String first = line(from);
            if (!first.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
                throw new IOException("no HTTP");
            }
            status = Integer.parseInt(first.substring(9, 12));
            int size = 0;
            for (String next = line(from); !next.isEmpty(); next = line(from)) {
                size += next.length();
                int colon = next.indexOf(':');
                if (colon < 1 || size > HEAD_MAX) {
                    throw new IOException("no head of HTTP");
                }
                headers.put(
                        next.substring(0, colon).toLowerCase(Locale.ROOT),
                        next.substring(colon + 1).strip());
            }
        }
        byte[] body = status == 204 || status == 304 ? new byte[0] : body(from, headers);
        bytes += body.length;
        if (body.length > 0 && headers.getOrDefault("content-encoding", "").equalsIgnoreCase("gzip")) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = atMost(unpacked, BODY_MAX);
            }
        }
        return new Reply(status, headers, body);
    }

    private byte[] body(InputStream from, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks(from);
        }
        String length = headers.get("content-length");
        if (length == null) {
            byte[] all = atMost(from, BODY_MAX);
            hangUp();
            return all;
        }
        if (!length.matches("[0-9]{1,9}") || Integer.parseInt(length) > BODY_MAX) {
            throw new IOException("an answer that is too large");
        }
        byte[] all = from.readNBytes(Integer.parseInt(length));
        if (all.length < Integer.parseInt(length)) {
            throw new EOFException("the answer ends too early");
        }
        return all;
    }

    private byte[] chunks(InputStream from) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            String size = line(from).replaceAll(";.*", "").strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                throw new IOException("no chunk");
            }
            int count = Integer.parseInt(size, 16);
            if (all.size() + count > BODY_MAX) {
                throw new IOException("an answer that is too large");
            }
            if (count == 0) {
                for (String trailer = line(from); !trailer.isEmpty(); ) {
                    trailer = line(from);
                }
                return all.toByteArray();
            }
            byte[] chunk = from.readNBytes(count);
            if (chunk.length < count) {
                throw new EOFException("the answer ends too early");
            }
            all.write(chunk);
            line(from);
        }
    }

    private static byte[] atMost(InputStream from, int max) throws IOException {
        byte[] all = from.readNBytes(max + 1);
        if (all.length > max) {
            throw new IOException("an answer that is too large");
        }
        return all;
    }

    private String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new EOFException("the answer ends too early");
            }
            if (line.length() > HEAD_MAX) {
                throw new IOException("no head of HTTP");
            }
            line.append((char) next);
        }
        bytes += line.length() + 1;
        int end = line.length() > 0 && line.charAt(line.length() - 1) == '\r' ? line.length() - 1 : line.length();
        return line.substring(0, end);
    }

    private void hangUp() {
        Socket old = socket;
        socket = null;
        in = null;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                // It is gone either way.
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        Socket old = socket;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                // It is gone either way.
                return;
            }
        }
    }
}
