package com.euphoriapos.core.settings;

import com.euphoriapos.api.settings.PosConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The settings as they were read last; for the core alone. Returns at once, on any thread. */
interface ConfigValues {
    /** What is declared, and the values of all. */
    Snapshot snapshot();

    void addListener(PosConfig.Listener listener);

    void removeListener(PosConfig.Listener listener);

    /**
     * One state of the settings.
     *
     * @param setUp whether the store is set up
     * @param declarations in the order of the screen
     * @param values by name; all that are declared
     */
    record Snapshot(boolean setUp, List<Declaration> declarations, Map<String, String> values) {
        static Snapshot of(Map<String, String> rows) {
            List<Declaration> declarations = Declarations.of(rows);
            Map<String, String> values = new HashMap<>();
            declarations.forEach(each -> values.put(each.name(), each.value(rows)));
            return new Snapshot(rows.containsKey(SettingsValues.STORE_NAME), declarations, Map.copyOf(values));
        }

        /** The value of a name that is always declared. */
        String value(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }
    }
}
