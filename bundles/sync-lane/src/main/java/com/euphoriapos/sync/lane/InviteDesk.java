package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.Pairing.Admission;
import com.euphoriapos.api.replication.Pairing.Admitted;
import com.euphoriapos.sync.lane.pairing.PairingCode;
import com.euphoriapos.sync.lane.pairing.PairingProof;
import com.euphoriapos.sync.lane.pairing.PairingProof.Role;
import com.euphoriapos.sync.lane.pairing.PairingProof.Scene;
import com.euphoriapos.sync.lane.pairing.PairingWire;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one invite that may be open: whose code it is, who has begun to answer it, and who tried in vain. Tries are counted for each address
 * and never close the invite, so that a stranger in the network can't take it from the newcomer for whom it is open: what keeps the code
 * from being guessed is its 80 bits, not the count. Thread-safe.
 */
final class InviteDesk {
    /** How long a code is good. */
    static final Duration VALID = Duration.ofMinutes(10);
    /** How many proofs from one address may be wrong, the last one included. */
    static final int TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(InviteDesk.class);
    /** Exchanges of nonces that wait for their proof; more push old ones out. */
    private static final int HELLOS_MAX = 32;
    /** Addresses whose tries are kept; the oldest are forgotten first. */
    private static final int ADDRESSES_MAX = 1_024;

    private static final int NETWORK_BYTES = 8;

    /** What is answered to a newcomer. */
    sealed interface Reply {
        /** Bytes of the answer; go on. */
        record Good(byte[] body) implements Reply {}

        /** A sentence; no. */
        record No(String reason) implements Reply {}
    }

    /** What the newcomer claims, with what TLS has proved and the address that it comes from. */
    record Claim(String node, String host, String proof, String label, String address) {}

    /** Somebody has begun. */
    private record Hello(Scene scene, String host) {}

    private static final class Open {
        final PairingProof proof;
        final Admission admission;
        final long endNanos;
        /** By identity, oldest first. */
        final Map<String, Hello> hellos = new LinkedHashMap<>();

        /** Tries in vain by address, oldest first. */
        final Map<String, Integer> tries = new LinkedHashMap<>();

        boolean admitting;

        Open(PairingProof proof, Admission admission, long endNanos) {
            this.proof = proof;
            this.admission = admission;
            this.endNanos = endNanos;
        }
    }

    private static final Reply.No NONE =
            new Reply.No("No invite is open on that lane: it was used, closed or is older than ten minutes."
                    + " Let it show a new code.");

    private static final Reply.No TOO_OFTEN = new Reply.No(
            "This machine has tried five times in vain: that lane does not listen to it any more. Let it show a new code.");

    private final SecureRandom random;
    private final LongSupplier nanos;
    private final Refusals refusals;
    private final Runnable closed;
    private @Nullable Open open;

    /**
     * @param nanos a clock that nobody sets
     * @param closed hears that the invite is not open any longer
     */
    InviteDesk(SecureRandom random, LongSupplier nanos, Refusals refusals, Runnable closed) {
        this.random = random;
        this.nanos = nanos;
        this.refusals = refusals;
        this.closed = closed;
    }

    /** Opens an invite in place of an older one. */
    synchronized PairingCode open(Admission admission) {
        PairingCode code = PairingCode.random(random);
        open = new Open(new PairingProof(code), admission, nanos.getAsLong() + VALID.toNanos());
        return code;
    }

    /** Whether the code still lets somebody in, or does at this moment. */
    synchronized boolean isOpen() {
        Open now = open;
        return now != null && nanos.getAsLong() - now.endNanos <= 0;
    }

    void close() {
        synchronized (this) {
            if (open == null) {
                return;
            }
            open = null;
        }
        closed.run();
    }

    /** Closes an invite whose time is over. */
    void sweep() {
        Open now;
        synchronized (this) {
            now = open;
        }
        if (now != null && nanos.getAsLong() - now.endNanos > 0) {
            LOG.info("The invite was not used");
            close();
        }
    }

    private @Nullable Open current() {
        Open now = open;
        return now == null || nanos.getAsLong() - now.endNanos > 0 || now.admitting ? null : now;
    }

    /**
     * A newcomer begins: nonces are exchanged. Whoever begins and never proves keeps nobody out: there is always room for one more.
     *
     * @param host where it comes from
     * @param me fingerprint of this lane's certificate
     */
    synchronized Reply hello(String node, String host, String me, String clientNonce) {
        Open now = current();
        if (now == null) {
            return NONE;
        }
        now.hellos.remove(node);
        if (now.hellos.size() >= HELLOS_MAX) {
            now.hellos.remove(crowding(now.hellos));
        }
        byte[] nonce = new byte[PairingProof.NONCE_BYTES];
        random.nextBytes(nonce);
        String serverNonce = HexFormat.of().formatHex(nonce);
        now.hellos.put(node, new Hello(new Scene(node, me, clientNonce, serverNonce), host));
        return new Reply.Good(PairingWire.texts(Map.of("nonce", serverNonce)));
    }

    /** The oldest from the address that has most: a crowd displaces itself. */
    private static String crowding(Map<String, Hello> hellos) {
        Map<String, Integer> crowds = new HashMap<>();
        hellos.values().forEach(hello -> crowds.merge(hello.host(), 1, Integer::sum));
        int most = Collections.max(crowds.values());
        return hellos.entrySet().stream()
                .filter(hello -> crowds.getOrDefault(hello.getValue().host(), 0) == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The newcomer proves; admits when the proof is right. May block on the admission. */
    Reply prove(Claim claim) {
        Open now;
        Scene scene;
        boolean proved;
        synchronized (this) {
            now = current();
            if (now == null) {
                return NONE;
            }
            if (now.tries.getOrDefault(network(claim.host()), 0) >= TRIES) {
                refusals.count(Refusal.CODE);
                return TOO_OFTEN;
            }
            // Each exchange of nonces is good for one proof.
            Hello begun = now.hellos.remove(claim.node());
            if (begun == null) {
                return new Reply.No("The pairing begins anew.");
            }
            scene = begun.scene();
            proved = now.proof.proves(claim.proof(), Role.CLIENT, scene);
            now.admitting = proved;
        }
        if (!proved) {
            refusals.count(Refusal.CODE);
            return failed(
                    now,
                    claim,
                    "The code is wrong: compare it with what the other lane shows now. If it is the same, somebody is between"
                            + " the two lanes. After five attempts this machine is not listened to any more.");
        }
        try {
            Admitted admitted = now.admission.admit(claim.node(), claim.label(), claim.address());
            byte[] body = PairingWire.answer(new PairingWire.Answer(now.proof.of(Role.SERVER, scene), admitted));
            admitted.secrets().values().forEach(secret -> Arrays.fill(secret, (byte) 0));
            LOG.info("Admitted lane {}", claim.label());
            close(now);
            return new Reply.Good(body);
        } catch (EventRejectedException e) {
            return failed(now, claim, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A newcomer who proved to know the code could not be admitted", e);
            return failed(now, claim, "The lane that invited could not write the new one down; its log says why.");
        }
    }

    /** The invite stays open; whoever it was may try again while tries are left. */
    private synchronized Reply failed(Open now, Claim claim, String reason) {
        now.admitting = false;
        String network = network(claim.host());
        int tries = now.tries.merge(network, 1, Integer::sum);
        if (now.tries.size() > ADDRESSES_MAX) {
            now.tries.remove(now.tries.keySet().iterator().next());
        }
        if (tries == TRIES) {
            LOG.warn(
                    "The invite was tried {} times in vain from {}, which is not listened to any more", TRIES, network);
        }
        return new Reply.No(reason);
    }

    /** An address; of those of IPv6, of which one machine may have any number, the network. */
    private static String network(String host) {
        if (host.indexOf(':') < 0) {
            return host;
        }
        try {
            // A literal: nothing is looked up.
            byte[] address = InetAddress.getByName(host).getAddress();
            return HexFormat.of().formatHex(address, 0, Math.min(address.length, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return host;
        }
    }

    private void close(Open used) {
        boolean mine;
        synchronized (this) {
            mine = open == used;
        }
        if (mine) {
            close();
        }
    }
}
