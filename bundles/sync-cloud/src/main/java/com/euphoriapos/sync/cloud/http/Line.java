package com.euphoriapos.sync.cloud.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to the cloud, one for each request under way, kept open between requests. Its threads begin with the first request and
 * end with {@link #close}. No redirect is followed, no cookie kept and no proxy asked: whoever answers is the cloud, or it is somebody
 * else. Thread-safe.
 */
public final class Line implements AutoCloseable {
    /** Bytes of an answer, unpacked. */
    static final int BODY_MAX = 8 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final long CONNECT_MILLIS = 10_000;
    private static final long IDLE_MILLIS = 60_000;
    private static final long STOP_MILLIS = 2_000;
    private static final int THREADS_MAX = 6;
    private static final int CONNECTIONS_MAX = 4;
    private static final int HEAD_MAX = 16 << 10;
    private static final int PACK_FROM = 512;
    /** A slow line may need so much longer for a batch than the cloud may be silent. */
    private static final int SLOWER = 4;

    private final Address address;
    private final AtomicLong bytes = new AtomicLong();
    private @Nullable HttpClient client;
    private boolean closed;

    /** Not dialled yet. Trusts whom this computer trusts. */
    public Line(Address address) {
        this.address = address;
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

    /** Bytes of requests and answers so far, heads among them, without what TLS adds. */
    public long bytes() {
        return bytes.get();
    }

    /**
     * Asks and waits. Where the cloud hangs up before it says a word, it asks once more: all that we ask may be asked twice.
     *
     * @throws IOException when no answer came; what was asked may have been done
     */
    public Reply ask(Request request) throws IOException {
        try {
            return exchange(request);
        } catch (EOFException | ClosedChannelException e) {
            return exchange(request);
        }
    }

    private Reply exchange(Request request) throws IOException {
        org.eclipse.jetty.client.Request asked = client().newRequest(address + request.path())
                .headers(headers -> headers.put(HttpHeader.ACCEPT_ENCODING, "gzip"))
                .idleTimeout(request.timeoutMillis(), TimeUnit.MILLISECONDS)
                .timeout((long) request.timeoutMillis() * SLOWER, TimeUnit.MILLISECONDS);
        if (!request.token().isEmpty()) {
            asked.headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "Bearer " + request.token()));
        }
        int sent = 0;
        if (!request.body().isEmpty()) {
            byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
            if (body.length >= PACK_FROM) {
                body = packed(body);
                asked.headers(headers -> headers.put(HttpHeader.CONTENT_ENCODING, "gzip"));
            }
            sent = body.length;
            asked.method(HttpMethod.POST).body(new BytesRequestContent("application/json", body));
        }
        ContentResponse answer = answer(new CompletableResponseListener(asked, BODY_MAX).send());
        bytes.addAndGet((long) request.path().length()
                + asked.getHeaders().toString().length()
                + sent
                + answer.getHeaders().toString().length()
                + answer.getContent().length);
        return reply(answer);
    }

    private synchronized HttpClient client() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        HttpClient now = client;
        if (now == null) {
            now = made();
            try {
                now.start();
                // What was packed is unpacked here, where its size is watched.
                now.getContentDecoderFactories().clear();
                // An answer is an answer, also one that asks for a password in no way that it says.
                now.getProtocolHandlers().clear();
            } catch (Exception e) {
                throw new IOException("the network could not be set up", e);
            }
            client = now;
        }
        return now;
    }

    private HttpClient made() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX, 1);
        threads.setName("cloud-net");
        threads.setDaemon(true);
        threads.setStopTimeout(STOP_MILLIS);
        SslContextFactory.Client secure = new SslContextFactory.Client();
        secure.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setExecutor(threads);
        connector.setSslContextFactory(secure);
        HttpClient http = new HttpClient(new HttpClientTransportOverHTTP(connector));
        http.setName("cloud-net");
        http.setExecutor(threads);
        http.setConnectTimeout(CONNECT_MILLIS);
        http.setAddressResolutionTimeout(CONNECT_MILLIS);
        http.setIdleTimeout(IDLE_MILLIS);
        http.setMaxConnectionsPerDestination(CONNECTIONS_MAX);
        http.setMaxResponseHeadersSize(HEAD_MAX);
        http.setFollowRedirects(false);
        http.setUserAgentField(null);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        return http;
    }

    private static ContentResponse answer(CompletableFuture<ContentResponse> coming) throws IOException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof TimeoutException) {
                throw new SocketTimeoutException("no answer in time");
            }
            throw cause instanceof IOException io ? io : new IOException(cause);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream packing = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packing)) {
            gzip.write(body);
        }
        return packing.toByteArray();
    }

    private static Reply reply(ContentResponse answer) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : answer.getHeaders()) {
            String value = field.getValue();
            headers.put(field.getName().toLowerCase(Locale.ROOT), value == null ? "" : value);
        }
        byte[] body = answer.getContent();
        if (body.length > 0 && headers.getOrDefault("content-encoding", "").equalsIgnoreCase("gzip")) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = unpacked.readNBytes(BODY_MAX + 1);
            }
            if (body.length > BODY_MAX) {
                throw new IOException("an answer that is too large");
            }
        }
        return new Reply(answer.getStatus(), headers, body);
    }

    /** Ends requests that wait, and the threads; from any thread, for good. */
    @Override
    public void close() {
        HttpClient old;
        synchronized (this) {
            closed = true;
            old = client;
            client = null;
        }
        if (old != null) {
            try {
                old.stop();
            } catch (Exception e) {
                LOG.warn("The line to the cloud did not end well: {}", e.toString());
            }
        }
    }
}
