package com.euphoriapos.sync.lane;

import com.euphoriapos.sync.lane.InviteDesk.Claim;
import com.euphoriapos.sync.lane.InviteDesk.Reply;
import com.euphoriapos.sync.lane.pairing.PairingWire;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;

/** Where a newcomer comes, and nowhere else: two requests of a few hundred bytes. */
final class PairingRoom {
    static final String HELLO_PATH = "/pair/hello";
    static final String PROOF_PATH = "/pair/proof";
    static final int BODY_MAX = 4_096;

    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern PROOF = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int LABEL_MAX = 40;

    private final InviteDesk invites;
    private final String me;
    private final Executor admissions;

    /**
     * @param me fingerprint of this lane's certificate
     * @param admissions where the admission may wait for the database
     */
    PairingRoom(InviteDesk invites, String me, Executor admissions) {
        this.invites = invites;
        this.me = me;
        this.admissions = admissions;
    }

    static boolean serves(String path) {
        return HELLO_PATH.equals(path) || PROOF_PATH.equals(path);
    }

    void handle(String node, Request request, Response response, Callback callback) {
        if (!HttpMethod.POST.is(request.getMethod())) {
            Replies.refuse(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Not so.");
            return;
        }
        Content.Source.asByteArrayAsync(
                request,
                BODY_MAX,
                Promise.Invocable.from(
                        Invocable.InvocationType.NON_BLOCKING,
                        (byte[] body) -> {
                            try {
                                admissions.execute(() -> answer(node, body, request, response, callback));
                            } catch (RejectedExecutionException busy) {
                                Replies.refuse(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "Try again.");
                            }
                        },
                        tooLong -> Replies.refuse(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, "Too long.")));
    }

    private void answer(String node, byte[] body, Request request, Response response, Callback callback) {
        Reply reply;
        try {
            Map<String, String> fields = PairingWire.texts(body);
            reply = HELLO_PATH.equals(Request.getPathInContext(request))
                    ? hello(node, fields, Request.getRemoteAddr(request))
                    : prove(node, fields, Request.getRemoteAddr(request));
        } catch (IOException malformed) {
            reply = new Reply.No("That is no pairing message.");
        }
        if (reply instanceof Reply.Good good) {
            Replies.json(response, callback, HttpStatus.OK_200, good.body());
        } else if (reply instanceof Reply.No no) {
            Replies.refuse(response, callback, HttpStatus.CONFLICT_409, no.reason());
        }
    }

    private Reply hello(String node, Map<String, String> fields, String host) {
        String nonce = fields.getOrDefault("nonce", "");
        return NONCE.matcher(nonce).matches()
                ? invites.hello(node, host, me, nonce)
                : new Reply.No("That is no pairing message.");
    }

    private Reply prove(String node, Map<String, String> fields, String host) {
        String proof = fields.getOrDefault("proof", "");
        String label = fields.getOrDefault("label", "").strip();
        String port = fields.getOrDefault("port", "");
        if (!PROOF.matcher(proof).matches()
                || label.isEmpty()
                || label.length() > LABEL_MAX
                || !PORT.matcher(port).matches()) {
            return new Reply.No("That is no pairing message.");
        }
        String address = HostPort.parse(host.indexOf(':') < 0 ? host : "[" + host + "]", Integer.parseInt(port))
                .map(HostPort::toString)
                .orElse("");
        return invites.prove(new Claim(node, host, proof, label, address));
    }
}
