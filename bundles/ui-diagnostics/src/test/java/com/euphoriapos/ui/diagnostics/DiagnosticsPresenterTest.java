package com.euphoriapos.ui.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.status.HealthReport;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsPresenterTest {
    private static final Instant NOW = Instant.parse("2026-03-06T12:41:07Z");

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(NOW);
    private final SteppedBackground background = new SteppedBackground();
    private final List<DiagnosticsState> states = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final PlayedHealth health = new PlayedHealth();

    @Test
    void showsDevicesByTheirStateAndCounters() {
        devices.add(new PlayedDevice("printer.1", DeviceStatus.of(DeviceCondition.PAPER_LOW, "")));
        devices.add(new PlayedDevice("printer.2", DeviceStatus.of(DeviceCondition.UNREACHABLE, "")));
        devices.add(new PlayedDevice("printer.3", DeviceStatus.READY));
        open();
        assertEquals(
                List.of("Paper low", "Not connected", "Ready"),
                last().devices().stream().map(DiagnosticsState.DeviceRow::state).toList());
        assertEquals(Level.WARN, last().devices().get(0).level());
        assertEquals(Level.DANGER, last().devices().get(1).level());
        assertEquals("receipts 1,204", last().devices().get(2).counters());
        assertEquals(
                2, last().troubles(last().devices().stream().map(d -> d.level()).toList()));
    }

    @Test
    void runsTheChecksInTheBackgroundOnceAtATime() {
        DiagnosticsPresenter presenter = open();
        presenter.checkAgain();
        assertTrue(last().busy());
        presenter.checkAgain();
        background.finish();
        assertFalse(last().busy());
        assertEquals(1, health.runs);
        assertEquals("Configuration", last().health().get(0).name());
        assertTrue(last().subtitle().contains("checked 12:41:07"), last().subtitle());
    }

    @Test
    void readsTheEndOfTheDiaryAndLeavesStackTracesOut() throws IOException {
        Files.writeString(
                folder.resolve("lane.log"),
                """
                2026-03-06T12:40:58.204Z INFO  [pos-store] com.euphoriapos.core.Sale - Sale 1 stored
                2026-03-06T12:41:00.001Z ERROR [pos-print] com.euphoriapos.core.Printing - Printer silent
                IOException: silent
                \tat somewhere
                """);
        DiagnosticsPresenter presenter = open();
        presenter.shown();
        background.finish();
        assertEquals(2, last().log().size());
        assertEquals("12:41:00.001", last().log().get(0).time());
        assertEquals("Error", last().log().get(0).word());
        assertEquals("Printing", last().log().get(0).source());
    }

    @Test
    void paintsNothingAnewWhenNothingChanged() {
        DiagnosticsPresenter presenter = open();
        int before = states.size();
        clock.advance(Duration.ofSeconds(2));
        presenter.tick();
        assertEquals(before, states.size());
    }

    private DiagnosticsPresenter open() {
        Sources sources = new Sources(
                () -> List.copyOf(devices),
                () -> Optional.of(health),
                Optional::empty,
                List::of,
                folder.resolve("lane.log"),
                "0.1.0",
                clock.instant());
        DiagnosticsPresenter presenter = new DiagnosticsPresenter(sources, background, clock);
        presenter.attach(states::add);
        return presenter;
    }

    private DiagnosticsState last() {
        return states.get(states.size() - 1);
    }

    private static final class PlayedHealth implements HealthReport {
        private int runs;

        @Override
        public List<Item> run() {
            runs++;
            return last();
        }

        @Override
        public List<Item> last() {
            return runs == 0 ? List.of() : List.of(new Item("Configuration", Level.OK, List.of(), NOW));
        }
    }

    private record PlayedDevice(String id, DeviceStatus status) implements Device {
        @Override
        public DeviceInfo info() {
            return new DeviceInfo(id, DeviceCategory.POS_PRINTER, ROLE_RECEIPT, "Played", "here", "test");
        }

        @Override
        public Map<String, Long> counters() {
            return Map.of("receipts", 1204L);
        }

        @Override
        public void addStatusListener(DeviceStatusListener listener) {
            listener.statusChanged(info(), status);
        }

        @Override
        public void removeStatusListener(DeviceStatusListener listener) {}
    }
}
