package com.euphoriapos.ui.diagnostics;

import com.euphoriapos.api.status.HealthReport;
import com.euphoriapos.api.status.StatusBoard;
import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.ui.diagnostics.DiagnosticsState.DeviceRow;
import com.euphoriapos.ui.diagnostics.DiagnosticsState.Fact;
import com.euphoriapos.ui.diagnostics.DiagnosticsState.HealthRow;
import com.euphoriapos.ui.diagnostics.DiagnosticsState.LogRow;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.present.Presenter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The support pages' behaviour. Devices and plugins are read at once; checks and the diary in the background. */
public final class DiagnosticsPresenter extends Presenter<DiagnosticsView> {
    private static final Logger log = LoggerFactory.getLogger(DiagnosticsPresenter.class);
    private static final int LOG_LINES_MAX = 200;
    private static final int FACTS_MAX = 4;

    private final Sources sources;
    private final Background background;
    private final Clock clock;
    private List<LogRow> logRows = List.of();
    private boolean busy;
    private @Nullable DiagnosticsState shown;

    public DiagnosticsPresenter(Sources sources, Background background, Clock clock) {
        this.sources = sources;
        this.background = background;
        this.clock = clock;
    }

    @Override
    protected void attached(DiagnosticsView newView) {
        shown = null;
        render();
    }

    /** The pages came to the front. */
    public void shown() {
        readLog();
        if (sources.health().get().map(HealthReport::last).map(List::isEmpty).orElse(false)) {
            checkAgain();
        }
        render();
    }

    /** Called every few seconds while they are in front. */
    public void tick() {
        render();
    }

    /** Runs all checks, and reads the diary anew. */
    public void checkAgain() {
        Optional<HealthReport> health = sources.health().get();
        if (busy || health.isEmpty()) {
            readLog();
            return;
        }
        busy = true;
        background.run(health.get()::run, items -> checked(), e -> {
            log.error("the checks failed", e);
            checked();
        });
        render();
    }

    private void checked() {
        busy = false;
        readLog();
        render();
    }

    private void readLog() {
        background.run(
                () -> LogTail.read(sources.log(), LOG_LINES_MAX),
                rows -> {
                    logRows = rows;
                    render();
                },
                e -> log.warn("the diary could not be read", e));
    }

    private void render() {
        DiagnosticsView now = view();
        DiagnosticsState next = state();
        if (now != null && !next.equals(shown)) {
            shown = next;
            now.render(next);
        }
    }

    private DiagnosticsState state() {
        List<HealthReport.Item> items =
                sources.health().get().map(HealthReport::last).orElse(List.of());
        return new DiagnosticsState(
                subtitle(items),
                busy,
                facts(),
                sources.devices().get().stream()
                        .map(DiagnosticsPresenter::row)
                        .sorted(Comparator.comparing(DeviceRow::category).thenComparing(DeviceRow::id))
                        .toList(),
                healthRows(items),
                sources.plugins().get(),
                logRows);
    }

    private String subtitle(List<HealthReport.Item> items) {
        Formats formats = new Formats(clock.getZone(), "");
        // In steps of a minute, so that the pages are not painted anew each second.
        long minutes = Duration.between(sources.startedAt(), clock.instant()).toMinutes();
        String up = Formats.duration(minutes * 60);
        String checked = items.stream()
                .map(HealthReport.Item::at)
                .max(Comparator.naturalOrder())
                .map(at -> " · checked " + formats.timeWithSeconds(at))
                .orElse("");
        return "Register " + sources.version() + " · up " + up + checked;
    }

    private List<Fact> facts() {
        List<StatusItem> items = sources.status().get().map(StatusBoard::items).orElse(List.of());
        return items.stream()
                .sorted(Comparator.comparingInt((StatusItem item) -> -weight(item.level())))
                .limit(FACTS_MAX)
                .sorted(Comparator.comparingInt(items::indexOf))
                .map(DiagnosticsPresenter::fact)
                .toList();
    }

    private static int weight(Level level) {
        return switch (level) {
            case DANGER -> 3;
            case WARN -> 2;
            case OK -> 1;
            case OFF -> 0;
        };
    }

    private static Fact fact(StatusItem item) {
        String title =
                item.id().substring(0, 1).toUpperCase(Locale.ROOT) + item.id().substring(1);
        String value = item.level() == Level.OK ? "Fine" : item.text();
        return new Fact(title.replace('-', ' '), item.level(), value, item.detail());
    }

    private static DeviceRow row(Device device) {
        DeviceStatus status = device.status();
        Level level = status.canServe() ? Level.OK : Level.DANGER;
        if (level == Level.OK
                && status.conditions().stream().anyMatch(c -> c.severity() == DeviceCondition.Severity.WARNING)) {
            level = Level.WARN;
        }
        String words = status.conditions().stream()
                .sorted()
                .map(DeviceCondition::words)
                .collect(Collectors.joining(", "));
        String state = words.isEmpty() ? "Ready" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        String counters = device.counters().entrySet().stream()
                .filter(e -> e.getValue() != 0)
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + " " + Formats.count(e.getValue()))
                .collect(Collectors.joining(", "));
        return new DeviceRow(
                device.info().id(),
                device.info().category().unifiedPosName(),
                device.info().model(),
                device.info().connection(),
                level,
                state,
                counters);
    }

    private static List<HealthRow> healthRows(List<HealthReport.Item> items) {
        List<HealthRow> rows = new ArrayList<>();
        for (HealthReport.Item item : items) {
            String word =
                    switch (item.level()) {
                        case OK -> "Fine";
                        case OFF -> "Not in use";
                        case WARN -> "Soon";
                        case DANGER -> "Wrong";
                    };
            List<String> messages = item.messages().isEmpty() ? List.of("") : item.messages();
            messages.forEach(message -> rows.add(new HealthRow(item.name(), item.level(), word, message)));
        }
        return rows;
    }
}
