package com.euphoriapos.sync.lane;

import com.euphoriapos.sync.lane.tls.LaneIdentity;
import com.euphoriapos.sync.lane.tls.PinnedKeys;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.client.CoreClientUpgradeRequest;
import org.eclipse.jetty.websocket.core.client.WebSocketCoreClient;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;

/** Dials other lanes. Thread-safe. */
final class LinkClient implements AutoCloseable {
    static final long CONNECT_MILLIS = 5_000;
    static final long UPGRADE_MILLIS = 10_000;

    private final HttpClient http;
    private final WebSocketCoreClient sockets;

    LinkClient(Pool pool, LaneIdentity identity, Predicate<String> trusted) throws Exception {
        http = http(pool, identity, trusted);
        sockets = new WebSocketCoreClient(http, null);
        sockets.start();
    }

    /** A client that shows this lane's key and speaks with the holders of those that are trusted. Not started. */
    static HttpClient http(Pool pool, LaneIdentity identity, Predicate<String> trusted) {
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setExecutor(pool.threads());
        connector.setScheduler(pool.timer());
        connector.setByteBufferPool(pool.buffers());
        connector.setSslContextFactory(tls(identity, trusted));
        HttpClient http = new HttpClient(new HttpClientTransportOverHTTP(connector));
        http.setName("sync-net");
        http.setExecutor(pool.threads());
        http.setScheduler(pool.timer());
        http.setByteBufferPool(pool.buffers());
        http.setConnectTimeout(CONNECT_MILLIS);
        http.setAddressResolutionTimeout(CONNECT_MILLIS);
        http.setIdleTimeout(UPGRADE_MILLIS);
        http.setDestinationIdleTimeout(TimeUnit.MINUTES.toMillis(1));
        http.setFollowRedirects(false);
        http.setUserAgentField(null);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        return http;
    }

    private static SslContextFactory.Client tls(LaneIdentity identity, Predicate<String> trusted) {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        tls.setSslContext(identity.context(new PinnedKeys(trusted)));
        tls.setIncludeProtocols(LaneIdentity.TLS);
        tls.setIncludeCipherSuites(LaneIdentity.SUITES.toArray(String[]::new));
        // Names are compared by trust managers that ask for it; ours pins keys and does not.
        tls.setSessionCachingEnabled(false);
        return tls;
    }

    /**
     * Dials.
     *
     * @param welcome whether a link with whoever answers is wanted
     * @return completes when the link is up, or with why it is not
     */
    CompletableFuture<?> dial(HostPort to, FrameLink link, Predicate<String> welcome) {
        CoreClientUpgradeRequest request = new CoreClientUpgradeRequest(sockets, to.uri("wss", Rooms.LINK_PATH)) {
            @Override
            protected void customize(EndPoint endPoint) {
                String peer = Peers.of(endPoint).orElse("");
                if (!welcome.test(peer)) {
                    // The other end has a link already and would keep it until the connection had been idle for long.
                    endPoint.close();
                    throw new WebSocketException("another lane answers there");
                }
                link.provedToBe(peer);
            }

            @Override
            public FrameHandler getFrameHandler() {
                return link;
            }
        };
        request.timeout(UPGRADE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            return sockets.connect(request);
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() throws Exception {
        sockets.stop();
        http.stop();
    }
}
