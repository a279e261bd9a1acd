package com.euphoriapos.sync.lane;

import com.euphoriapos.sync.lane.tls.LaneIdentity;
import com.euphoriapos.sync.lane.tls.PinnedKeys;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Listens: TLS 1.3 with a client certificate or nothing, and behind it what {@code rooms} serves. */
final class LinkServer implements AutoCloseable {
    private static final int BACKLOG = 32;
    private static final int HEADER_BYTES_MAX = 4_096;
    private static final long IDLE_MILLIS = TimeUnit.SECONDS.toMillis(15);

    private final Server server;
    private final ServerConnector connector;
    private final Doorstep doorstep;

    /**
     * Listens.
     *
     * @param last the port on which this lane listened before; 0 where there is none
     * @throws IOException when none of the ports is free
     */
    LinkServer(
            LaneNetSettings settings,
            int last,
            Pool pool,
            LaneIdentity identity,
            Trust trust,
            Refusals refusals,
            Handler rooms)
            throws Exception {
        doorstep = new Doorstep(refusals);
        server = new Server(pool.threads(), pool.timer(), pool.buffers());
        server.setStopTimeout(0);
        server.setHandler(rooms);
        SslContextFactory.Server tls = tls(identity, trust, refusals);
        connector = new ServerConnector(
                server, null, null, null, 0, 1, new Handshakes(tls, doorstep, trust, refusals), http());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(BACKLOG);
        connector.addEventListener(doorstep);
        connector.getSelectorManager().addEventListener(doorstep);
        server.addConnector(connector);
        bind(settings, last);
        server.start();
    }

    private static SslContextFactory.Server tls(LaneIdentity identity, Trust trust, Refusals refusals) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(identity.context(new PinnedKeys(node -> {
            boolean welcome = trust.maySpeak(node) || trust.isPairing();
            if (!welcome) {
                refusals.count(Refusal.UNKNOWN_KEY);
            }
            return welcome;
        })));
        tls.setNeedClientAuth(true);
        tls.setIncludeProtocols(LaneIdentity.TLS);
        tls.setIncludeCipherSuites(LaneIdentity.SUITES.toArray(String[]::new));
        tls.setUseCipherSuitesOrder(true);
        tls.setSniRequired(false);
        return tls;
    }

    private static HttpConnectionFactory http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
        // Names in certificates and requests mean nothing here; the key does.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new HttpConnectionFactory(http);
    }

    private void bind(LaneNetSettings settings, int last) throws IOException {
        if (!settings.bind().isBlank()) {
            connector.setHost(settings.bind());
        }
        IOException taken = null;
        for (int port : settings.ports(last)) {
            connector.setPort(port);
            try {
                connector.open();
                return;
            } catch (IOException e) {
                taken = e;
            }
        }
        throw taken == null ? new IOException("no port") : taken;
    }

    int port() {
        return connector.getLocalPort();
    }

    void sweep(long nowNanos) {
        doorstep.sweep(nowNanos);
    }

    @Override
    public void close() throws Exception {
        server.stop();
        server.destroy();
    }

    /** Knows each connection from its first byte to its proved key. */
    private static final class Handshakes extends SslConnectionFactory {
        private final Doorstep doorstep;
        private final Trust trust;
        private final Refusals refusals;

        Handshakes(SslContextFactory.Server tls, Doorstep doorstep, Trust trust, Refusals refusals) {
            super(tls, "http/1.1");
            this.doorstep = doorstep;
            this.trust = trust;
            this.refusals = refusals;
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            doorstep.speaks(endPoint);
            return super.newConnection(connector, endPoint);
        }

        @Override
        protected SslConnection newSslConnection(Connector connector, EndPoint endPoint, SSLEngine engine) {
            SslConnection connection = super.newSslConnection(connector, endPoint, engine);
            connection.addHandshakeListener(new SslHandshakeListener() {
                @Override
                public void handshakeSucceeded(Event event) {
                    boolean known = Peers.of(connection.getSslEndPoint())
                            .filter(trust::maySpeak)
                            .isPresent();
                    if (known) {
                        doorstep.isKnown(endPoint);
                    } else {
                        doorstep.mayPair(endPoint);
                    }
                }

                @Override
                public void handshakeFailed(Event event, Throwable failure) {
                    refusals.count(Refusal.HANDSHAKE);
                }
            });
            return connection;
        }
    }
}
