package com.euphoriapos.core.setup;

import com.euphoriapos.api.replication.NetworkException;
import com.euphoriapos.api.replication.Pairing;
import com.euphoriapos.api.replication.Pairing.Admitted;
import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.setup.LaneSetup.JoinProgress;
import com.euphoriapos.api.setup.LaneSetup.JoinProgress.Step;
import com.euphoriapos.api.setup.LaneSetup.JoinRequest;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.Snapshots;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.api.sync.SnapshotPart;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.pin.PinLookup;
import com.euphoriapos.core.settings.ConfigMessages;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes an empty lane one of a store's. The last write is what makes the lane ready; whatever fails before leaves one that is not set up.
 * What a failed attempt leaves is the lane's key, so that the store knows the machine again when it comes back with a new code.
 */
final class StoreJoin {
    /** Key of the lane's own data: the products of a store are being taken in, and are not whole before it is gone. */
    static final String KEY_TAKING = "join.taking";

    private static final List<String> LOCAL = List.of(PinLookup.KEY_MARK, PinHashing.KEY_COST);
    private static final String NO_SECRETS =
            "The other lane did not hand over the store's secrets. Nothing was changed.";

    private final Tools tools;

    /** What it works with. */
    record Tools(
            Store store, SecretStore secrets, Pairing pairing, Snapshots snapshots, Clock clock, SecureRandom random) {}

    /** It can't be; the message is a sentence for people. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    StoreJoin(Tools tools) {
        this.tools = tools;
    }

    /** Returns the store's name. */
    String run(JoinRequest request, Consumer<JoinProgress> progress) {
        String label = request.workstationId().strip();
        String node = identity();
        progress.accept(new JoinProgress(Step.ASKING, 0, 0));
        Pairing.JoinResult answer = tools.pairing().join(request.address().strip(), request.code(), label);
        if (answer instanceof Pairing.JoinResult.Refused refused) {
            throw new Refusal(refused.reason());
        }
        Pairing.JoinResult.Joined joined = (Pairing.JoinResult.Joined) answer;
        Admitted admitted = joined.admitted();
        byte[] pepper = admitted.secrets().getOrDefault(SecretStore.PEPPER, new byte[0]);
        try {
            check(admitted, node, pepper);
            take(joined.address(), progress);
            // The secrets before the rows: with them lost again nothing has happened, with the rows alone nobody could
            // sign in.
            tools.secrets().put(SecretStore.PEPPER, pepper);
            tools.store().write(handle -> {
                finish(handle, new PairedLane(node, label, PairedLane.State.ACTIVE, ""), joined);
                return Boolean.TRUE;
            });
        } finally {
            admitted.secrets().values().forEach(secret -> Arrays.fill(secret, (byte) 0));
        }
        return admitted.storeName();
    }

    /** The lane's own key, of an earlier attempt or a new one. */
    private String identity() {
        Optional<String> known = tools.store().read(handle -> handle.lane().get(LaneRepository.KEY_NODE_ID));
        Optional<byte[]> key = tools.secrets().get(SecretStore.LANE_KEY);
        key.ifPresent(secret -> Arrays.fill(secret, (byte) 0));
        if (known.isPresent() && key.isPresent()) {
            return known.get();
        }
        LaneKey fresh = LaneKey.generate(tools.random());
        tools.secrets().put(SecretStore.LANE_KEY, fresh.pkcs8());
        tools.store().write(handle -> {
            handle.lane().put(LaneRepository.KEY_NODE_ID, fresh.nodeId());
            return Boolean.TRUE;
        });
        return fresh.nodeId();
    }

    private static void check(Admitted admitted, String node, byte[] pepper) {
        String mark = admitted.local().get(PinLookup.KEY_MARK);
        if (pepper.length == 0 || mark != null && !mark.equals(PinLookup.mark(pepper))) {
            throw new Refusal(NO_SECRETS);
        }
        if (admitted.lanes().stream().noneMatch(lane -> lane.node().equals(node))) {
            throw new Refusal("The other lane let another machine in, not this one. Let it show a new code.");
        }
    }

    private void take(String address, Consumer<JoinProgress> progress) {
        Path file = SnapshotFolder.file(tools.store(), SnapshotPart.CATALOG);
        try {
            tools.pairing()
                    .fetch(
                            address,
                            SnapshotPart.CATALOG,
                            file,
                            (bytes, of) -> progress.accept(new JoinProgress(Step.RECEIVING, bytes, of)));
        } catch (NetworkException e) {
            throw new Refusal("This machine was let in, but the products did not arrive: " + e.getMessage()
                    + " Nothing was changed here; let the other lane show a new code.");
        }
        progress.accept(new JoinProgress(Step.INSTALLING, 0, 1000));
        mark(true);
        tools.snapshots()
                .install(
                        SnapshotPart.CATALOG,
                        file,
                        done -> progress.accept(new JoinProgress(Step.INSTALLING, done, 1000)));
    }

    /** The snapshot is newer than the list of the admission: a lane that was revoked in between stays so. */
    private static PairedLane asStored(StoreHandle handle, PairedLane admitted) {
        PairedLane.State state =
                handle.lanes().byNode(admitted.node()).map(PairedLane::state).orElse(admitted.state());
        return new PairedLane(admitted.node(), admitted.label(), state, admitted.address());
    }

    private void mark(boolean taking) {
        tools.store().write(handle -> {
            if (taking) {
                handle.lane().put(KEY_TAKING, "1");
            } else {
                handle.lane().remove(KEY_TAKING);
            }
            return Boolean.TRUE;
        });
    }

    /** What makes it a lane of the store; in one transaction. */
    private void finish(StoreHandle handle, PairedLane me, Pairing.JoinResult.Joined joined) {
        Admitted admitted = joined.admitted();
        LaneRepository local = handle.lane();
        LOCAL.forEach(key -> Optional.ofNullable(admitted.local().get(key)).ifPresent(value -> local.put(key, value)));
        Optional.ofNullable(admitted.local().get(ConfigMessages.RECOVERY_VERIFIER))
                .ifPresent(value -> handle.settings()
                        .put(
                                ConfigMessages.RECOVERY_VERIFIER,
                                value,
                                tools.clock().instant()));
        admitted.lanes().stream()
                .filter(lane -> !lane.node().equals(me.node()))
                .map(lane -> asStored(handle, lane))
                .forEach(handle.lanes()::save);
        handle.lanes().save(me);
        local.put(LaneRepository.KEY_NODE_ID, me.node());
        local.put(LaneRepository.KEY_WORKSTATION_ID, me.label());
        local.put(LaneRepository.KEY_HISTORY, "0");
        local.put(HistoryFetch.KEY_FROM, joined.address());
        local.remove(KEY_TAKING);
        String detail = Json.object(json -> {
            json.writeStringField("store", admitted.storeName());
            json.writeStringField("workstationId", me.label());
            json.writeStringField("from", joined.address());
        });
        handle.journal()
                .append(new JournalRepository.Entry(tools.clock().instant(), "STORE_JOINED", "", me.label(), detail));
    }
}
