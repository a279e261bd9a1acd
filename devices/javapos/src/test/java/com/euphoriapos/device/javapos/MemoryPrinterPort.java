package com.euphoriapos.device.javapos;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.jspecify.annotations.Nullable;

/** A printer in memory that runs out of paper, opens its cover and is slow when the test says so. */
public final class MemoryPrinterPort implements PrinterPort {
    /** What was printed whole. */
    public final List<PrintJob> printed = new CopyOnWriteArrayList<>();

    private final String resource;
    private @Nullable Consumer<Status> listener;
    private Status status = new Status(PowerStatus.ONLINE, false, Paper.OK);
    private Outcome outcome = Outcome.CONFIRMED;
    private boolean held;
    private int cancels;

    /** @param resource what claims exclude each other for */
    public MemoryPrinterPort(String resource) {
        this.resource = resource;
    }

    /** Changes its state and tells. */
    public void become(Status now) {
        Consumer<Status> tell;
        synchronized (this) {
            status = now;
            tell = listener;
        }
        if (tell != null) {
            tell.accept(now);
        }
    }

    /** Whether it confirms. */
    public synchronized void answers(Outcome with) {
        outcome = with;
    }

    /** Holds the next jobs back until they are let go or cancelled. */
    public synchronized void hold(boolean hold) {
        held = hold;
        notifyAll();
    }

    @Override
    public String resource() {
        return resource;
    }

    @Override
    public void start(Consumer<Status> statuses) {
        Status now;
        synchronized (this) {
            listener = statuses;
            now = status;
        }
        statuses.accept(now);
    }

    @Override
    public synchronized void stop() {
        listener = null;
    }

    @Override
    public String probe() {
        return "memory printer";
    }

    @Override
    public PrinterTraits traits() {
        return new PrinterTraits(
                List.of(48, 64),
                576,
                30,
                4,
                true,
                true,
                List.of(POSPrinterConst.PTR_BCS_Code128),
                List.of(858, 437),
                true);
    }

    @Override
    public synchronized Outcome print(PrintJob job) throws JposException {
        int before = cancels;
        while (held && before == cancels) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw JposErrors.failure("interrupted", e);
            }
        }
        if (before != cancels) {
            throw JposErrors.failure("cancelled", null);
        }
        if (status.power() != PowerStatus.ONLINE) {
            throw JposErrors.offline("the printer is off");
        }
        if (status.coverOpen()) {
            throw JposErrors.coverOpen();
        }
        if (status.paper() == Paper.OUT) {
            throw JposErrors.paperOut();
        }
        printed.add(job);
        return outcome;
    }

    @Override
    public synchronized void cancel() {
        cancels++;
        notifyAll();
    }
}
