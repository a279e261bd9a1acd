package com.euphoriapos.core.setup;

import com.euphoriapos.api.settings.SettingsUpdates;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.LaneRepository;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.core.employee.EmployeeMessages;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.settings.ConfigMessages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    static final String KEY_VERIFIER = ConfigMessages.RECOVERY_VERIFIER;

    /** Writes it in the caller's transaction; the identity first, because no event may come before it. */
    void write(StoreHandle handle, SettingsUpdates updates, Instant at) {
        handle.lane().put(LaneRepository.KEY_NODE_ID, nodeId);
        handle.lane().put(PinHashing.KEY_COST, Integer.toString(pinCost));
        updates.save(handle, settings, at);
        handle.lanes().save(new PairedLane(nodeId, settings.workstationId(), PairedLane.State.ACTIVE, ""));
        verifier.ifPresent(text -> handle.settings().put(KEY_VERIFIER, Json.text(json -> json.writeString(text)), at));
        people.forEach(handle.employees()::save);
        if (!settings.demo()) {
            handle.outbox().append(messages(handle.settings().all(), at));
        }
        String detail = Json.object(json -> {
            json.writeStringField("store", settings.storeName());
            json.writeStringField("workstationId", settings.workstationId());
            json.writeBooleanField("demo", settings.demo());
        });
        String actor = people.isEmpty() ? "" : people.get(0).id();
        handle.journal().append(new JournalRepository.Entry(at, kind, actor, settings.workstationId(), detail));
    }

    /** What other lanes must know; a demo tells nobody of itself, and the code's verifier stays where the code was shown. */
    private List<OutboxRepository.Message> messages(Map<String, String> rows, Instant at) {
        EmployeeRecord owner = people.get(0);
        String role = owner.role().name();
        List<OutboxRepository.Message> messages = new ArrayList<>();
        people.forEach(person -> messages.add(EmployeeMessages.upsert(person, owner.id(), role)));
        ConfigMessages.By by = new ConfigMessages.By(owner.id(), role, at);
        new TreeMap<>(rows).forEach((key, json) -> {
            if (!key.equals(KEY_VERIFIER)) {
                messages.add(ConfigMessages.update(key, json, by));
            }
        });
        return messages;
    }
}
