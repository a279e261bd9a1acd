package com.euphoriapos.device.simulator;

import com.euphoriapos.device.api.Device;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptText;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * A receipt printer of 42 columns. It prints line by line, and what befalls it in the middle leaves half a receipt on the
 * paper. A silent one prints, but confirms nothing; the driver only learns of it from the answer that never comes. Thread-safe.
 */
@Component(
        service = {PosPrinter.class, SimulatedPrinter.class},
        immediate = true,
        property = {
            Device.PROPERTY_ID + "=" + SimulatedPrinter.ID,
            Device.PROPERTY_ROLE + "=" + Device.ROLE_RECEIPT,
            "service.ranking:Integer=-100"
        })
public final class SimulatedPrinter implements PosPrinter {
    static final String ID = "printer.demo";
    static final int COLUMNS = 42;

    private static final DeviceInfo INFO = new DeviceInfo(
            ID, DeviceCategory.POS_PRINTER, Device.ROLE_RECEIPT, "Demo printer", "simulated", "device-simulator");

    private final Pace pace;
    private final DriverThread thread = new DriverThread("simulator-printer");
    private final StatusFeed feed = new StatusFeed(INFO, DeviceStatus.READY, thread);
    private final Counters counters = new Counters("jobs", "confirmed", "unconfirmed", "failures", "lines");
    private final Paper paper = new Paper();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReentrantLock state = new ReentrantLock();
    private final Condition changed = state.newCondition();
    private final Set<PrinterSwitch> switches = EnumSet.noneOf(PrinterSwitch.class);
    private boolean silenceNoticed;
    private boolean stopped;

    @Activate
    public SimulatedPrinter() {
        this(Pace.REAL);
    }

    SimulatedPrinter(Pace pace) {
        this.pace = pace;
    }

    /** Takes the printer away; a document in work fails. */
    @Deactivate
    void stop() {
        state.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            state.unlock();
        }
        thread.stop();
    }

    /** Turns a switch; a document in work feels it at its next line. Returns at once. */
    public void turn(PrinterSwitch which, boolean on) {
        state.lock();
        try {
            if (on ? switches.add(which) : switches.remove(which)) {
                // Whatever somebody did, it may answer again.
                silenceNoticed = false;
                changed.signalAll();
                feed.set(statusNow());
            }
        } finally {
            state.unlock();
        }
    }

    /** The switches that are on. */
    public Set<PrinterSwitch> switches() {
        state.lock();
        try {
            return Set.copyOf(switches);
        } finally {
            state.unlock();
        }
    }

    /** Whether it is switched on, and so can kick the drawer. */
    public boolean powered() {
        return !switches().contains(PrinterSwitch.OFF);
    }

    /** What hangs out of it. */
    public Paper paper() {
        return paper;
    }

    @Override
    public Outcome print(ReceiptDocument document) {
        takeTurn();
        try {
            counters.count("jobs");
            Outcome outcome = printed(document);
            counters.count(outcome == Outcome.CONFIRMED ? "confirmed" : "unconfirmed");
            return outcome;
        } catch (DeviceException e) {
            counters.count("failures");
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (turn.tryLock(pace.turn().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw DeviceException.nothingSent(
                DeviceCondition.SILENT, "The demo printer is still busy with another document.");
    }

    private Outcome printed(ReceiptDocument document) {
        state.lock();
        try {
            refuseBeforePrinting();
            for (ReceiptText.Line line : ReceiptText.layout(document, COLUMNS)) {
                await(switches.contains(PrinterSwitch.SLOW) ? pace.slowLine() : pace.line());
                paper.add(line);
                counters.count("lines");
            }
            if (!switches.contains(PrinterSwitch.SILENT)) {
                return Outcome.CONFIRMED;
            }
            await(pace.answer());
            silenceNoticed = switches.contains(PrinterSwitch.SILENT);
            feed.set(statusNow());
            return silenceNoticed ? Outcome.UNCONFIRMED : Outcome.CONFIRMED;
        } finally {
            state.unlock();
        }
    }

    /** Lets the time pass, and fails at once when something happens meanwhile that ends the document. */
    private void await(Duration time) {
        long left = time.toNanos();
        try {
            do {
                left = changed.awaitNanos(left);
                refuseIfNotReady();
            } while (left > 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException(DeviceCondition.UNREACHABLE, "Printing was interrupted.", e);
        }
    }

    private void refuseBeforePrinting() {
        try {
            refuseIfNotReady();
        } catch (DeviceException e) {
            throw DeviceException.nothingSent(e.condition(), String.valueOf(e.getMessage()));
        }
    }

    private void refuseIfNotReady() {
        if (stopped) {
            throw new DeviceException(DeviceCondition.UNREACHABLE, "The demo printer was taken away.");
        }
        DeviceStatus now = statusNow();
        if (!now.canServe()) {
            DeviceCondition worst = now.conditions().stream()
                    .filter(c -> c.severity() == DeviceCondition.Severity.ERROR)
                    .min(DeviceCondition::compareTo)
                    .orElseThrow();
            throw new DeviceException(worst, now.detail());
        }
    }

    private DeviceStatus statusNow() {
        if (switches.contains(PrinterSwitch.OFF)) {
            return DeviceStatus.of(DeviceCondition.UNREACHABLE, "The demo printer is switched off.");
        }
        if (silenceNoticed) {
            return DeviceStatus.of(DeviceCondition.SILENT, "The demo printer takes data but does not answer.");
        }
        Set<DeviceCondition> conditions = EnumSet.noneOf(DeviceCondition.class);
        String detail = "";
        if (switches.contains(PrinterSwitch.PAPER_LOW)) {
            conditions.add(DeviceCondition.PAPER_LOW);
            detail = "The demo printer's roll is near its end.";
        }
        if (switches.contains(PrinterSwitch.COVER_OPEN)) {
            conditions.add(DeviceCondition.COVER_OPEN);
            detail = "The demo printer's cover is open.";
        }
        if (switches.contains(PrinterSwitch.PAPER_OUT)) {
            conditions.add(DeviceCondition.PAPER_OUT);
            detail = "The demo printer is out of paper.";
        }
        return new DeviceStatus(conditions, detail);
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public DeviceInfo info() {
        return INFO;
    }

    @Override
    public DeviceStatus status() {
        return feed.current();
    }

    @Override
    public Map<String, Long> counters() {
        return counters.snapshot();
    }

    @Override
    public void addStatusListener(DeviceStatusListener listener) {
        feed.add(listener);
    }

    @Override
    public void removeStatusListener(DeviceStatusListener listener) {
        feed.remove(listener);
    }
}
