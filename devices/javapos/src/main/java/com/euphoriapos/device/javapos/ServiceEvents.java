package com.euphoriapos.device.javapos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event queue of one open service: one thread, one event at a time, in order. Frozen, nothing leaves it; input waits until
 * data events are enabled, while other events may overtake it.
 */
final class ServiceEvents {
    /** Input beyond this is dropped: nobody has listened for a long time. */
    static final int INPUT_MAX = 200;

    private static final int OTHERS_MAX = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(ServiceEvents.class);

    private record Pending(boolean input, Runnable deliver) {}

    private final String name;
    private final BooleanSupplier takesInput;
    private final Deque<Pending> queue = new ArrayDeque<>();
    private int inputs;
    private boolean frozen;
    private boolean ended;
    private @Nullable Thread thread;

    /** @param takesInput whether an input event may be delivered now; when it is, the answer turns false by that */
    ServiceEvents(String name, BooleanSupplier takesInput) {
        this.name = name;
        this.takesInput = takesInput;
    }

    synchronized void start() {
        thread = DriverThreads.start("jpos-events-" + name, this::run);
    }

    /** Adds an event; false when the queue is full. */
    synchronized boolean add(boolean input, Runnable deliver) {
        if (ended || (input ? inputs >= INPUT_MAX : queue.size() - inputs >= OTHERS_MAX)) {
            return false;
        }
        queue.add(new Pending(input, deliver));
        inputs += input ? 1 : 0;
        notifyAll();
        return true;
    }

    /** How many input events wait. */
    synchronized int inputCount() {
        return inputs;
    }

    synchronized void clearInput() {
        queue.removeIf(Pending::input);
        inputs = 0;
    }

    synchronized void freeze(boolean freeze) {
        frozen = freeze;
        notifyAll();
    }

    synchronized boolean frozen() {
        return frozen;
    }

    /** Looks again whether something may be delivered. */
    synchronized void wake() {
        notifyAll();
    }

    /** Drops what waits and ends the thread. Waits two seconds for a listener that is at work, unless that is who calls. */
    void end() {
        Thread running;
        synchronized (this) {
            ended = true;
            queue.clear();
            inputs = 0;
            running = thread;
            notifyAll();
        }
        if (running != null && running != Thread.currentThread()) {
            DriverThreads.join(running, TimeUnit.SECONDS.toMillis(2));
        }
    }

    private void run() {
        Runnable next = take();
        while (next != null) {
            try {
                next.run();
            } catch (RuntimeException e) {
                // A listener of the application failed; the device must go on serving the others.
                LOG.error("A listener of {} failed", name, e);
            }
            next = take();
        }
    }

    private synchronized @Nullable Runnable take() {
        while (!ended) {
            Pending next = frozen ? null : firstDeliverable();
            if (next != null) {
                return next.deliver();
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private @Nullable Pending firstDeliverable() {
        boolean inputSeen = false;
        for (Iterator<Pending> all = queue.iterator(); all.hasNext(); ) {
            Pending pending = all.next();
            if (pending.input() && inputSeen) {
                continue;
            }
            inputSeen |= pending.input();
            if (!pending.input() || takesInput.getAsBoolean()) {
                all.remove();
                inputs -= pending.input() ? 1 : 0;
                return pending;
            }
        }
        return null;
    }
}
