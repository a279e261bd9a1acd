package com.euphoriapos.core.setup;

import com.euphoriapos.api.settings.SettingsUpdates;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.pin.PinHashing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a set-up writes, made ready beforehand, so that the one transaction is short.
 *
 * @param settings the store's settings
 * @param people its first employees
 * @param nodeId identity of the lane
 * @param pinCost what a PIN's hash costs here
 * @param verifier of the recovery code; empty where there is none
 * @param kind of the journal's entry
 */
record NewStore(
        StoreSettings settings,
        List<EmployeeRecord> people,
        String nodeId,
        int pinCost,
        Optional<String> verifier,
        String kind) {
    static final String KEY_VERIFIER = "recovery_verifier";

    /** Writes it in the caller's transaction; the identity first, because no event may come before it. */
    void write(StoreHandle handle, SettingsUpdates updates, Instant at) {
        handle.lane().put(LaneRepository.KEY_NODE_ID, nodeId);
        handle.lane().put(PinHashing.KEY_COST, Integer.toString(pinCost));
        updates.save(handle, settings, at);
        verifier.ifPresent(text -> handle.settings().put(KEY_VERIFIER, Json.text(json -> json.writeString(text)), at));
        people.forEach(handle.employees()::save);
        String detail = Json.object(json -> {
            json.writeStringField("store", settings.storeName());
            json.writeStringField("workstationId", settings.workstationId());
            json.writeBooleanField("demo", settings.demo());
        });
        String actor = people.isEmpty() ? "" : people.get(0).id();
        handle.journal().append(new JournalRepository.Entry(at, kind, actor, settings.workstationId(), detail));
    }
}
