package com.euphoriapos.sync.lane;

import com.euphoriapos.sync.lane.tls.LaneIdentity;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few requests to one lane, with threads of its own that end with it. Blocks its caller, nobody else. */
final class Visit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
    private static final long ANSWER_SECONDS = 20;

    private final Pool pool;
    private final HttpClient http;
    private final HostPort to;

    /** @param trusted whether whoever holds that key may answer */
    Visit(LaneIdentity identity, HostPort to, Predicate<String> trusted) throws IOException {
        this.to = to;
        try {
            pool = new Pool();
            http = LinkClient.http(pool, identity, trusted);
            http.start();
        } catch (Exception e) {
            throw new IOException("the network could not be set up", e);
        }
    }

    ContentResponse post(String path, byte[] body) throws IOException {
        return send(request(HttpMethod.POST, path).body(new BytesRequestContent("application/json", body)));
    }

    ContentResponse delete(String path) throws IOException {
        return send(request(HttpMethod.DELETE, path));
    }

    Request request(HttpMethod method, String path) {
        return http.newRequest(to.uri("https", path)).method(method);
    }

    private static ContentResponse send(Request request) throws IOException {
        return answer(() -> request.timeout(ANSWER_SECONDS, TimeUnit.SECONDS).send());
    }

    /** Something of Jetty's that waits for another lane. */
    interface Waiting<T> {
        T get() throws ExecutionException, TimeoutException, InterruptedException;
    }

    /** Waits for it; in whatever way that fails, the network failed. */
    static <T> T answer(Waiting<T> waiting) throws IOException {
        try {
            return waiting.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            http.stop();
            pool.close();
        } catch (Exception e) {
            LOG.warn("A visit to {} did not end well", to, e);
        }
    }
}
