package com.euphoriapos.sync.lane;

import com.euphoriapos.sync.lane.pairing.PairingWire;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Short answers over HTTP. */
final class Replies {
    private Replies() {}

    static void json(Response response, Callback callback, int status, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** A refusal with a sentence, after which the connection ends. */
    static void refuse(Response response, Callback callback, int status, String reason) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        json(response, callback, status, PairingWire.texts(Map.of("error", reason)));
    }
}
