package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.Pairing.Admitted;
import com.euphoriapos.api.replication.Pairing.JoinResult;
import com.euphoriapos.api.replication.Pairing.JoinResult.Joined;
import com.euphoriapos.api.replication.Pairing.JoinResult.Refused;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.sync.lane.pairing.PairingProof;
import com.euphoriapos.sync.lane.pairing.PairingProof.Role;
import com.euphoriapos.sync.lane.pairing.PairingProof.Scene;
import com.euphoriapos.sync.lane.pairing.PairingWire;
import com.euphoriapos.sync.lane.pairing.Scannable;
import com.euphoriapos.sync.lane.tls.LaneIdentity;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.http.HttpStatus;

/**
 * The newcomer's side of the pairing. It can't know the other's key yet, so it takes any, and finds out by the proof whether it was
 * the one of the lane that shows the code.
 */
final class Joining {
    private static final String NOBODY =
            "No lane of a store was found by itself. Type the address that the other lane shows below its code.";

    private final LaneIdentity identity;
    private final SecureRandom random;
    private final int port;

    /** @param port where this lane will listen */
    Joining(LaneIdentity identity, SecureRandom random, int port) {
        this.identity = identity;
        this.random = random;
        this.port = port;
    }

    /** Tries the addresses until a lane says yes. */
    JoinResult join(Scannable code, List<HostPort> addresses, String label) {
        PairingProof proof = new PairingProof(code.code());
        String reason = NOBODY;
        for (HostPort address : addresses) {
            JoinResult result = join(address, proof, label);
            if (result instanceof Joined) {
                return result;
            }
            if (result instanceof Refused refused) {
                reason = refused.reason();
            }
        }
        return new Refused(reason);
    }

    private JoinResult join(HostPort address, PairingProof proof, String label) {
        SameKey server = new SameKey();
        try (Visit visit = new Visit(identity, address, server::accept)) {
            return talk(visit, server, proof, label, address);
        } catch (SSLException e) {
            return new Refused("At " + address
                    + " no lane has an open invite. Compare the address, and let that lane show a" + " new code.");
        } catch (IOException e) {
            return new Refused("The lane at " + address + " could not be asked: " + Words.of(e)
                    + ". Compare the address; is that lane switched on, and does it still show a code?");
        }
    }

    private JoinResult talk(Visit visit, SameKey server, PairingProof proof, String label, HostPort address)
            throws IOException {
        byte[] nonce = new byte[PairingProof.NONCE_BYTES];
        random.nextBytes(nonce);
        String clientNonce = HexFormat.of().formatHex(nonce);
        ContentResponse hello = visit.post(PairingRoom.HELLO_PATH, PairingWire.texts(Map.of("nonce", clientNonce)));
        Optional<String> no = refusal(hello);
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        String serverNonce = PairingWire.texts(hello.getContent()).getOrDefault("nonce", "");
        if (serverNonce.length() != 2 * PairingProof.NONCE_BYTES) {
            throw new IOException("that is no lane of a store");
        }
        Scene scene = new Scene(identity.node(), server.node(), clientNonce, serverNonce);
        ContentResponse answer = visit.post(
                PairingRoom.PROOF_PATH,
                PairingWire.texts(
                        Map.of("proof", proof.of(Role.CLIENT, scene), "label", label, "port", Integer.toString(port))));
        no = refusal(answer);
        if (no.isPresent()) {
            return new Refused(no.get());
        }
        PairingWire.Answer read = PairingWire.answer(answer.getContent());
        if (!proof.proves(read.proof(), Role.SERVER, scene)) {
            return new Refused("The lane at " + address
                    + " does not know the code: somebody may be between. Nothing was changed.");
        }
        return new Joined(address.toString(), reachedAt(address, server.node(), read.admitted()));
    }

    /**
     * The lane that answered is there where it answered, whatever it believes itself: it may not have written its own address down yet,
     * and without one the newcomer, who alone can dial by now, would never find it again.
     */
    private static Admitted reachedAt(HostPort address, String node, Admitted admitted) {
        List<PairedLane> lanes = admitted.lanes().stream()
                .map(lane -> lane.node().equals(node)
                        ? new PairedLane(node, lane.label(), lane.state(), address.toString())
                        : lane)
                .toList();
        return new Admitted(admitted.storeName(), lanes, admitted.secrets(), admitted.local());
    }

    private static Optional<String> refusal(ContentResponse response) throws IOException {
        if (response.getStatus() == HttpStatus.OK_200) {
            return Optional.empty();
        }
        if (response.getStatus() == HttpStatus.FORBIDDEN_403) {
            return Optional.of("That lane has no open invite. Let it show a new code.");
        }
        if (response.getContent() == null || response.getContent().length == 0) {
            throw new IOException("what answers there is no lane of a store");
        }
        return Optional.of(PairingWire.texts(response.getContent()).getOrDefault("error", "It said no."));
    }

    /** Takes any key, but the same one in every handshake of a visit: the proof speaks of one. */
    private static final class SameKey {
        private String node = "";

        synchronized boolean accept(String shown) {
            if (node.isEmpty()) {
                node = shown;
            }
            return node.equals(shown);
        }

        synchronized String node() {
            return node;
        }
    }
}
