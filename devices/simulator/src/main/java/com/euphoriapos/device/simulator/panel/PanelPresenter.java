package com.euphoriapos.device.simulator.panel;

import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import com.euphoriapos.device.simulator.PrinterSwitch;
import com.euphoriapos.device.simulator.SimulatedDrawer;
import com.euphoriapos.device.simulator.SimulatedPrinter;
import com.euphoriapos.device.simulator.SimulatedScanner;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Between the devices and the window. The devices speak on their own threads; many changes become one repaint. Event thread only,
 * unless a method says otherwise.
 */
public final class PanelPresenter {
    /** A code that no store has: the number range is not given out, the check digit is right. */
    static final String UNKNOWN_CODE = "9999999999994";

    private final Devices devices;
    private final PanelView view;
    private final Executor edt;
    private final DeviceStatusListener statusListener = (device, status) -> stateChanged();
    private final Runnable paperListener = this::paperChanged;
    private final AtomicBoolean stateWaiting = new AtomicBoolean();
    private final AtomicBoolean paperWaiting = new AtomicBoolean();
    private volatile boolean ended;

    /** The three devices of the panel. */
    public record Devices(SimulatedScanner scanner, SimulatedPrinter printer, SimulatedDrawer drawer) {}

    /** @param edt runs a task later on the event thread */
    public PanelPresenter(Devices devices, PanelView view, Executor edt) {
        this.devices = devices;
        this.view = view;
        this.edt = edt;
    }

    /** Shows everything and follows the devices from now on. */
    public void begin() {
        devices.printer().paper().addListener(paperListener);
        devices.scanner().addStatusListener(statusListener);
        devices.printer().addStatusListener(statusListener);
        devices.drawer().addStatusListener(statusListener);
        paperChanged();
    }

    /** Follows the devices no longer. Any thread. */
    public void end() {
        ended = true;
        devices.scanner().removeStatusListener(statusListener);
        devices.printer().removeStatusListener(statusListener);
        devices.drawer().removeStatusListener(statusListener);
        devices.printer().paper().removeListener(paperListener);
    }

    /** Other items are for sale. Any thread. */
    public void itemsLoaded(List<DemoItem> items) {
        edt.execute(() -> {
            if (!ended) {
                view.showItems(items);
            }
        });
    }

    /** Holds a code before the scanner. */
    public void scan(String code) {
        String text = code.strip();
        if (text.isEmpty()) {
            view.showScan("");
        } else if (devices.scanner().scan(text)) {
            view.showScan("Scanned " + text);
        } else {
            view.showScan(devices.scanner().plugged() ? "Too fast: not read" : "Unplugged: not read");
        }
    }

    /** Holds a code before the scanner that the store does not have. */
    public void scanUnknown() {
        scan(UNKNOWN_CODE);
    }

    /** Plugs the scanner in or pulls its cable. */
    public void plug(boolean in) {
        devices.scanner().plug(in);
        stateChanged();
    }

    /** Turns a switch of the printer. */
    public void turn(PrinterSwitch which, boolean on) {
        devices.printer().turn(which, on);
        stateChanged();
    }

    /** Takes the strip of paper away. */
    public void tearOff() {
        devices.printer().paper().tearOff();
    }

    /** Pushes the drawer shut. */
    public void closeDrawer() {
        devices.drawer().close();
        stateChanged();
    }

    private void stateChanged() {
        if (stateWaiting.compareAndSet(false, true)) {
            edt.execute(() -> {
                stateWaiting.set(false);
                if (!ended) {
                    view.showState(state());
                }
            });
        }
    }

    private void paperChanged() {
        if (paperWaiting.compareAndSet(false, true)) {
            edt.execute(() -> {
                paperWaiting.set(false);
                if (!ended) {
                    view.showPaper(devices.printer().paper().lines());
                }
            });
        }
    }

    private PanelState state() {
        String scanner = words(devices.scanner().status());
        String printer = words(devices.printer().status());
        boolean open = devices.drawer().standsOpen();
        String summary = Stream.of(
                        scanner.isEmpty() ? "" : "scanner " + scanner,
                        printer.isEmpty() ? "" : "printer " + printer,
                        open ? "drawer open" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new PanelState(
                devices.scanner().plugged(),
                scanner.isEmpty() ? "ready" : scanner,
                devices.printer().switches(),
                printer.isEmpty() ? "ready" : printer,
                open,
                summary.isEmpty() ? "all ready" : summary);
    }

    private static String words(DeviceStatus status) {
        return status.conditions().stream().sorted().map(DeviceCondition::words).collect(Collectors.joining(", "));
    }
}
