package com.euphoriapos.ui.diagnostics;

import com.euphoriapos.api.status.StatusItem.Level;
import java.util.List;

/**
 * Everything the support pages show: counts, ids and states, never what was sold or scanned.
 *
 * @param subtitle version, how long it runs, when it was checked
 * @param busy whether the checks run now
 */
public record DiagnosticsState(
        String subtitle,
        boolean busy,
        List<Fact> facts,
        List<DeviceRow> devices,
        List<HealthRow> health,
        List<Plugin> plugins,
        List<LogRow> log) {
    public DiagnosticsState {
        facts = List.copyOf(facts);
        devices = List.copyOf(devices);
        health = List.copyOf(health);
        plugins = List.copyOf(plugins);
        log = List.copyOf(log);
    }

    /** How many devices and checks are in trouble, for the counts beside the pages. */
    public long troubles(List<Level> levels) {
        return levels.stream().filter(l -> l == Level.WARN || l == Level.DANGER).count();
    }

    /** One card. */
    public record Fact(String title, Level level, String value, String detail) {}

    /** One device; {@code counters} such as "scans 1,204". */
    public record DeviceRow(
            String id, String category, String model, String connection, Level level, String state, String counters) {}

    /** One health check. */
    public record HealthRow(String name, Level level, String word, String message) {}

    /** One bundle. */
    public record Plugin(long id, String name, String version, Level level, String state) {}

    /** One line of the diary; continuation lines have only a message. */
    public record LogRow(String time, Level level, String word, String source, String message) {}
}
