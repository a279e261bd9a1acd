package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.NetworkException;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.secret.SecretException;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.sync.lane.pairing.PairingCode;
import com.euphoriapos.sync.lane.pairing.Scannable;
import com.euphoriapos.sync.lane.tls.LaneIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Pairing as the use cases see it. Thread-safe; what blocks blocks its caller only. */
final class LanePairing implements Pairing {
    /** A lane probes for its name and announces itself within three seconds or four; on a slow machine it takes longer. */
    private static final long HEARD_NANOS = TimeUnit.SECONDS.toNanos(20);

    private static final long HEARD_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LaneNet net;
    private final SecureRandom random;
    private final InstantSource clock;
    /** Lanes of the store that this one has just joined: they may serve the snapshot before they are in the lane book. */
    private final Set<String> joined = ConcurrentHashMap.newKeySet();

    LanePairing(LaneNet net, SecureRandom random, InstantSource clock) {
        this.net = net;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Invite invite(Admission admission) {
        PairingCode code = net.openInvite(admission);
        List<String> addresses = net.addresses();
        if (addresses.isEmpty()) {
            cancelInvite();
            String why = net.trouble();
            throw new NetworkException(why.isEmpty() ? "This lane can't listen for others now." : why);
        }
        return new Invite(
                code.grouped(),
                new Scannable(code, addresses).text(),
                addresses,
                clock.instant().plus(InviteDesk.VALID));
    }

    @Override
    public boolean inviteOpen() {
        return net.invites().isOpen();
    }

    @Override
    public void cancelInvite() {
        net.invites().close();
    }

    @Override
    public List<Nearby> nearby() {
        return net.nearby();
    }

    @Override
    public JoinResult join(String address, String code, String label) {
        Optional<Scannable> read = Scannable.parse(code);
        if (read.isEmpty()) {
            return new JoinResult.Refused(
                    "That is no code: it has 18 letters and digits, and one of these is wrong. Compare them.");
        }
        Optional<HostPort> given = HostPort.parse(address, LaneNetSettings.PORT);
        if (given.isEmpty() && !address.isBlank()) {
            return new JoinResult.Refused("That is no address. It is like 192.168.1.42:8123.");
        }
        try {
            LaneIdentity identity = net.readIdentity();
            JoinResult result = new Joining(identity, random, net.plannedPort())
                    .join(read.get(), addresses(given, read.get()), label);
            if (result instanceof JoinResult.Joined in) {
                in.admitted().lanes().stream().filter(PairedLane::maySpeak).forEach(lane -> joined.add(lane.node()));
            }
            return result;
        } catch (SecretException | IllegalArgumentException e) {
            return new JoinResult.Refused("This lane's key can't be used: " + e.getMessage());
        }
    }

    private List<HostPort> addresses(Optional<HostPort> given, Scannable code) {
        if (given.isPresent()) {
            return List.of(given.get());
        }
        List<String> texts = new ArrayList<>(code.addresses());
        List<Nearby> heard = texts.isEmpty() ? firstHeard() : nearby();
        heard.forEach(lane -> texts.add(lane.address()));
        return texts.stream()
                .flatMap(text -> HostPort.parse(text, LaneNetSettings.PORT).stream())
                .distinct()
                .toList();
    }

    /** Whoever asks first begins to listen, and the others take a moment to say where they are. */
    private List<Nearby> firstHeard() {
        long end = System.nanoTime() + HEARD_NANOS;
        List<Nearby> heard = nearby();
        while (heard.isEmpty()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(HEARD_POLL_NANOS);
            heard = nearby();
        }
        return heard;
    }

    @Override
    public void fetch(String address, SnapshotPart part, Path file, Arrival arrival) {
        HostPort where = HostPort.parse(address, LaneNetSettings.PORT)
                .orElseThrow(() -> new IllegalArgumentException("no address: " + address));
        try (Visit visit = new Visit(
                net.readIdentity(),
                where,
                node -> joined.contains(node) || net.trust().maySpeak(node))) {
            new Fetching(visit, part, file, arrival).run();
        } catch (IOException e) {
            throw new NetworkException("The lane at " + where + " could not be asked: " + Words.of(e) + ".", e);
        } catch (SecretException e) {
            throw new NetworkException("This lane's key can't be used: " + e.getMessage(), e);
        }
    }
}
