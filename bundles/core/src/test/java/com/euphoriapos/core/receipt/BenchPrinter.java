package com.euphoriapos.core.receipt;

import com.euphoriapos.device.api.CashDrawer;
import com.euphoriapos.device.api.DeviceCategory;
import com.euphoriapos.device.api.DeviceCondition;
import com.euphoriapos.device.api.DeviceException;
import com.euphoriapos.device.api.DeviceInfo;
import com.euphoriapos.device.api.DeviceStatus;
import com.euphoriapos.device.api.DeviceStatusListener;
import com.euphoriapos.device.api.PosPrinter;
import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A printer and a drawer on one bench: they print, fail, hang and come back as a test says. */
final class BenchPrinter implements PosPrinter, CashDrawer {
    private final CopyOnWriteArrayList<DeviceStatusListener> listeners = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile DeviceStatus status = DeviceStatus.READY;
    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable LinkageError gone;
    private volatile @Nullable CountDownLatch hanging;
    volatile Outcome outcome = Outcome.CONFIRMED;
    volatile int attempts;

    /** What was printed and opened, in order. */
    List<String> done() {
        return done;
    }

    void failWith(@Nullable DeviceCondition condition) {
        failure = condition == null ? null : new DeviceException(condition, "the bench says so");
    }

    void throwing(@Nullable RuntimeException exception) {
        failure = exception;
    }

    /** As a driver whose classes are gone because its bundle is being replaced. */
    void losing(@Nullable LinkageError error) {
        gone = error;
    }

    void hang(@Nullable CountDownLatch until) {
        hanging = until;
    }

    void status(DeviceStatus now) {
        status = now;
        listeners.forEach(listener -> listener.statusChanged(info(), now));
    }

    @Override
    public Outcome print(ReceiptDocument document) {
        attempts++;
        CountDownLatch latch = hanging;
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new DeviceException(DeviceCondition.SILENT, "interrupted", e);
            }
        }
        LinkageError lost = gone;
        if (lost != null) {
            throw lost;
        }
        RuntimeException now = failure;
        if (now != null) {
            throw now;
        }
        done.add(ReceiptText.plain(document, 42));
        return outcome;
    }

    @Override
    public void open() {
        RuntimeException now = failure;
        if (now != null) {
            throw now;
        }
        done.add("drawer");
    }

    @Override
    public int columns() {
        return 42;
    }

    @Override
    public DeviceInfo info() {
        return new DeviceInfo("bench", DeviceCategory.POS_PRINTER, ROLE_RECEIPT, "Bench", "none", "bench 1");
    }

    @Override
    public DeviceStatus status() {
        return status;
    }

    @Override
    public Map<String, Long> counters() {
        return Map.of();
    }

    @Override
    public void addStatusListener(DeviceStatusListener listener) {
        listeners.addIfAbsent(listener);
        listener.statusChanged(info(), status);
    }

    @Override
    public void removeStatusListener(DeviceStatusListener listener) {
        listeners.remove(listener);
    }
}
