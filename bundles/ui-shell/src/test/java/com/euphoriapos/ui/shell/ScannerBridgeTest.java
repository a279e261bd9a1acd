package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceScan;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import com.euphoriapos.device.api.ScanListener;
import com.euphoriapos.device.api.Scanner;
import com.euphoriapos.testkit.ManualClock;
import com.euphoriapos.ui.kit.input.ScanContext;
import com.euphoriapos.ui.kit.input.ScanInput;
import com.euphoriapos.ui.kit.present.testing.DirectBackground;
import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.present.testing.RecordingMessages;
import com.euphoriapos.ui.kit.sound.Tone;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScannerBridgeTest {
    private final List<ScanInput> inputs = new ArrayList<>();
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-06T12:00:00Z"));
    private final ScannerBridge bridge = new ScannerBridge(inputs::add, clock);

    @Test
    void leadsScansOnAndLeavesNoListenerBehind() {
        PlayedScanner first = new PlayedScanner("scanner.serial-1");
        PlayedScanner second = new PlayedScanner("scanner.sim-1");
        bridge.bindScanner(first);
        bridge.bindScanner(second);
        first.scan("]E0040000000013", "]E0");
        second.scan("40000000013", "");
        bridge.unbindScanner(first);

        assertTrue(first.listeners.isEmpty());
        assertEquals(1, second.listeners.size());
        assertEquals("]E0", inputs.get(0).symbology());
        assertEquals("scanner.serial-1", inputs.get(0).source());
        assertEquals(clock.instant(), inputs.get(0).at());
        assertNull(inputs.get(1).symbology());
    }

    @Test
    void holdsNoScanForTheNextPersonWhileTheLaneIsLocked() {
        List<Tone> heard = new ArrayList<>();
        List<ScanContext> pushed = new ArrayList<>();
        ScanFront front = new ScanFront(
                context -> {
                    pushed.add(context);
                    return () -> pushed.remove(context);
                },
                new SignInScans(presenter(), () -> false, heard::add));
        boolean[] done = {false};
        front.front(Optional.empty(), false);
        pushed.get(0).scan(new ScanInput("40000000013", null, "wedge", clock.instant()), () -> done[0] = true);
        assertEquals(List.of(Tone.HELD), heard);
        assertTrue(done[0]);
        front.front(Optional.empty(), true);
        assertTrue(pushed.isEmpty(), "a screen without a context holds scans for the next one");
    }

    private static SignInPresenter presenter() {
        return new SignInPresenter(
                new Lane(new DirectUiThread()), new DirectBackground(), Clock.systemUTC(), new RecordingMessages(), "");
    }

    private static final class PlayedScanner implements Scanner {
        private final Set<ScanListener> listeners = new LinkedHashSet<>();
        private final DeviceInfo info;

        PlayedScanner(String id) {
            info = new DeviceInfo(id, DeviceCategory.SCANNER, ROLE_SALE, "Played", "here", "test");
        }

        void scan(String data, String aim) {
            listeners.forEach(l -> l.scanned(new DeviceScan(info.id(), data, aim)));
        }

        @Override
        public void addScanListener(ScanListener listener) {
            listeners.add(listener);
        }

        @Override
        public void removeScanListener(ScanListener listener) {
            listeners.remove(listener);
        }

        @Override
        public DeviceInfo info() {
            return info;
        }

        @Override
        public DeviceStatus status() {
            return DeviceStatus.READY;
        }

        @Override
        public Map<String, Long> counters() {
            return Map.of();
        }

        @Override
        public void addStatusListener(DeviceStatusListener listener) {
            listener.statusChanged(info, status());
        }

        @Override
        public void removeStatusListener(DeviceStatusListener listener) {}
    }
}
