package com.euphoriapos.core.setup;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.NetworkException;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.SnapshotGoneException;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.SnapshotPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Two lanes with a network between them that fails where a test says so: the ceremony, and a snapshot of people and settings. */
public class PlayedNetwork implements Pairing, Snapshots {
    public static final String CODE = "7KQ2M9-XA44TD-PLZWCC";
    public static final String ADDRESS = "10.0.0.1:7450";

    private final Store sponsor;
    private final Store newcomer;
    private Optional<Admission> open = Optional.empty();
    /** What fails at its next call. */
    public final Set<SnapshotPart> cut = EnumSet.noneOf(SnapshotPart.class);

    public final List<String> done = new ArrayList<>();
    /** Lanes that do not answer. */
    public final Set<String> away = new HashSet<>();
    /** Who gave the history, and how far the newcomer said to be with it then. */
    public final List<String> askedLast = new ArrayList<>();

    public final List<String> progress = new ArrayList<>();
    public boolean diskFull;
    public boolean gone;

    public PlayedNetwork(Store sponsor, Store newcomer) {
        this.sponsor = sponsor;
        this.newcomer = newcomer;
    }

    @Override
    public Invite invite(Admission admission) {
        open = Optional.of(admission);
        return new Invite(CODE, CODE + "@" + ADDRESS, List.of(ADDRESS), Instant.EPOCH.plusSeconds(600));
    }

    @Override
    public boolean inviteOpen() {
        return open.isPresent();
    }

    @Override
    public void cancelInvite() {
        open = Optional.empty();
    }

    @Override
    public List<Nearby> nearby() {
        return List.of(new Nearby("Corner Spirits", "L1", ADDRESS));
    }

    @Override
    public JoinResult join(String address, String code, String label) {
        if (!code.equals(CODE) || open.isEmpty()) {
            return new JoinResult.Refused("The code is wrong.");
        }
        String node = newcomer.read(handle -> handle.lane().get(LaneRepository.KEY_NODE_ID))
                .orElseThrow();
        try {
            Admitted admitted = open.get().admit(node, label, "10.0.0.2:7450");
            open = Optional.empty();
            return new JoinResult.Joined(ADDRESS, admitted);
        } catch (EventRejectedException e) {
            return new JoinResult.Refused(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void fetch(String address, SnapshotPart part, Path file, Arrival arrival) {
        done.add("fetch " + part);
        if (away.contains(address)) {
            throw new NetworkException("Nobody answers at " + address + ".");
        }
        if (cut.remove(part)) {
            throw new NetworkException("The cable was cut.");
        }
        if (part == SnapshotPart.HISTORY && gone) {
            gone = false;
            throw new SnapshotGoneException("It is kept no longer.");
        }
        try {
            Files.writeString(file, part.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        arrival.arrived(7, 7);
        if (part == SnapshotPart.HISTORY) {
            askedLast.add(address);
            note();
        }
    }

    @Override
    public void write(String id, SnapshotPart part, Path file) {
        throw new UnsupportedOperationException("nobody asks this one");
    }

    @Override
    public void forget(String id) {
        throw new UnsupportedOperationException("nobody asks this one");
    }

    @Override
    public void install(SnapshotPart part, Path file, IntConsumer progress) {
        done.add("install " + part);
        if (diskFull) {
            throw new StoreException(StoreException.Reason.DISK_FULL, "the disk is full");
        }
        progress.accept(400);
        if (part == SnapshotPart.HISTORY) {
            note();
        }
        if (part == SnapshotPart.CATALOG) {
            newcomer.write(handle -> {
                sponsor.read(from -> copy(from, handle));
                return true;
            });
        }
        progress.accept(1000);
    }

    @Override
    public void discard() {
        done.add("discard");
    }

    private void note() {
        newcomer.read(handle -> handle.lane().get(LaneRepository.KEY_HISTORY)).ifPresent(this.progress::add);
    }

    private static boolean copy(StoreHandle from, StoreHandle to) {
        from.employees().all().forEach(to.employees()::save);
        from.settings().all().forEach((key, json) -> to.settings().put(key, json, Instant.EPOCH));
        from.lanes().all().forEach(to.lanes()::save);
        return true;
    }
}
