package com.euphoriapos.sync.lane;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;

/**
 * What there is behind the door, and for whom: links and snapshots for paired lanes, the pairing for whoever comes while an invite is
 * open. Asked anew at each request, because a TLS session that was resumed was judged when it began.
 */
final class Rooms extends Handler.Wrapper {
    /** Where links are made. */
    static final String LINK_PATH = "/lane";

    private final Trust trust;
    private final Refusals refusals;
    private final PairingRoom pairing;
    private final SnapshotRoom snapshots;

    Rooms(Trust trust, Refusals refusals, FrameLink.Events events, PairingRoom pairing, SnapshotRoom snapshots) {
        this.trust = trust;
        this.refusals = refusals;
        this.pairing = pairing;
        this.snapshots = snapshots;
        WebSocketUpgradeHandler links = new WebSocketUpgradeHandler();
        links.addMapping(LINK_PATH, (request, response, callback) -> {
            FrameLink link = new FrameLink(
                    false, Request.getRemoteAddr(request) + ":" + Request.getRemotePort(request), events, refusals);
            peer(request).ifPresent(link::provedToBe);
            return link;
        });
        setHandler(links);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String peer = peer(request).orElse("");
        String path = Request.getPathInContext(request);
        if (request.getHeaders().contains(HttpHeader.ORIGIN)) {
            return refuse(Refusal.ORIGIN, response, callback);
        }
        if (PairingRoom.serves(path) && trust.isPairing() && !peer.isEmpty()) {
            pairing.handle(peer, request, response, callback);
            return true;
        }
        if (!trust.maySpeak(peer)) {
            return refuse(Refusal.UNKNOWN_KEY, response, callback);
        }
        if (path.startsWith(SnapshotRoom.PATH)) {
            snapshots.handle(peer, request, response, callback);
            return true;
        }
        if (LINK_PATH.equals(path) && super.handle(request, response, callback)) {
            return true;
        }
        return refuse(Refusal.PATH, response, callback);
    }

    private static Optional<String> peer(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        return Peers.of(endPoint);
    }

    private boolean refuse(Refusal why, Response response, Callback callback) {
        refusals.count(why);
        response.setStatus(HttpStatus.FORBIDDEN_403);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.write(true, null, callback);
        return true;
    }
}
