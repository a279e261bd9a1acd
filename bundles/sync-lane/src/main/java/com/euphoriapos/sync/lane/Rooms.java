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
 * What there is behind the door, and for whom: links for paired lanes. Asked anew at each request, because a TLS session that was
 * resumed was judged when it began.
 */
final class Rooms extends Handler.Wrapper {
    /** Where links are made. */
    static final String LINK_PATH = "/lane";

    private final Trust trust;
    private final Refusals refusals;

    Rooms(Trust trust, Refusals refusals, FrameLink.Events events) {
        this.trust = trust;
        this.refusals = refusals;
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
        Optional<String> peer = peer(request);
        if (request.getHeaders().contains(HttpHeader.ORIGIN)) {
            refusals.count(Refusal.ORIGIN);
        } else if (peer.filter(trust::maySpeak).isEmpty()) {
            refusals.count(Refusal.UNKNOWN_KEY);
        } else if (LINK_PATH.equals(Request.getPathInContext(request)) && super.handle(request, response, callback)) {
            return true;
        } else {
            refusals.count(Refusal.PATH);
        }
        refuse(response, callback);
        return true;
    }

    private static Optional<String> peer(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        return Peers.of(endPoint);
    }

    private static void refuse(Response response, Callback callback) {
        response.setStatus(HttpStatus.FORBIDDEN_403);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.write(true, null, callback);
    }
}
