package com.euphoriapos.core.settings;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.replication.TopicHandler;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository.Part;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.settings.ConfigMessages.Edit;
import com.euphoriapos.core.sync.Conflicts;
import com.euphoriapos.core.sync.LastEdit;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Permission;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Takes over what other lanes changed of the settings: row by row the last edit wins. A row that this version knows has to be
 * understandable, because a lane that can't read its tax rates can't sell; one that it does not know is kept as it is. Stateless.
 */
@Component(property = TopicHandler.PROPERTY_TOPICS + "=" + Topics.POS_CONFIG_UPDATE)
public final class ConfigHandler implements TopicHandler {
    /** Each lane has its own, or nobody may change it. */
    private static final Set<String> FIXED = Set.of(SettingsValues.DEMO, ConfigMessages.RECOVERY_VERIFIER);

    @Activate
    public ConfigHandler() {}

    /** A row is decided by its edits, not by their order. */
    @Override
    public boolean ordered() {
        return false;
    }

    @Override
    public void apply(Event event, StoreHandle handle) {
        Edit edit = ConfigMessages.read(event);
        Optional<String> before = handle.settings().get(edit.row());
        if (FIXED.contains(edit.row())) {
            requireSame(edit, before);
            return;
        }
        Permission needed = edit.row().equals(RoleValues.KEY) ? Permission.MANAGE_ROLES : Permission.MANAGE_SETTINGS;
        Actors.require(handle, event, Payload.of(event), needed);
        requireReadable(edit);
        Part part = ConfigMessages.part(edit.row());
        LastEdit.Merge merge =
                LastEdit.merge(handle.versions().of(part.aggregate(), part.name()), LastEdit.edit(event, edit.base()));
        Conflicts.keep(
                handle,
                part,
                merge,
                () -> Map.of(edit.row(), before.orElse("")),
                () -> Map.of(edit.row(), edit.json()));
        if (merge.wins()) {
            handle.settings().put(edit.row(), edit.json(), edit.at());
        }
        ConfigMessages.noteRoles(handle, edit.row(), edit.json());
    }

    @Override
    public void restore(Event event, StoreHandle handle) {
        Edit edit = ConfigMessages.read(event);
        if (!FIXED.contains(edit.row()) && Conflicts.isShown(handle, ConfigMessages.part(edit.row()), event)) {
            requireReadable(edit);
            handle.settings().put(edit.row(), edit.json(), edit.at());
        }
    }

    private static void requireSame(Edit edit, Optional<String> before) {
        if (!before.map(json -> json.equals(edit.json())).orElse(false)) {
            throw new EventRejectedException("The setting " + edit.row() + " can't be changed by another lane.");
        }
    }

    private static void requireReadable(Edit edit) {
        try {
            switch (edit.row()) {
                case RoleValues.KEY -> RoleValues.read(edit.json());
                case SettingsValues.TAX_RATES -> SettingsValues.taxTable(Json.parseObject(edit.json()));
                default ->
                    Declarations.of(Map.of()).stream()
                            .filter(declared -> declared.row().equals(edit.row()))
                            .map(Declaration::form)
                            .forEach(form -> form.canonical(form.text(Json.parse(edit.json()))));
            }
        } catch (IllegalArgumentException | ClassCastException | ArithmeticException | DateTimeException e) {
            throw new EventRejectedException(
                    "The value of the setting " + edit.row() + " can't be understood: " + e.getMessage());
        }
    }
}
