package com.euphoriapos.launcher.robot;

import com.euphoriapos.api.session.Session;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Works with the same services as the screens until it is stopped, on a thread of its own. Services that go away are looked up again;
 * somebody who was signed out by that signs in again.
 */
abstract class Robot implements AutoCloseable {
    private static final long PAUSE_NANOS = 5_000_000;
    private static final long STOP_MILLIS = 60_000;

    private final BundleContext context;
    private final String pin;
    private final Thread thread = new Thread(this::run, "test-robot");
    private volatile boolean stopped;

    Robot(BundleContext context, String pin) {
        this.context = context;
        this.pin = pin;
        thread.setDaemon(true);
    }

    /** Begins to work. */
    public void start() {
        thread.start();
    }

    /** Does one thing, signed in; whether there was something to do. */
    abstract boolean act();

    BundleContext context() {
        return context;
    }

    boolean isStopped() {
        return stopped;
    }

    private void run() {
        while (!stopped) {
            boolean done;
            try {
                done = with(Session.class, this::signedIn) && act();
            } catch (RuntimeException swapped) {
                // A bundle goes away under the call: exactly what the robot is there to provoke. It tries again.
                done = false;
            }
            if (!done) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    <S> boolean with(Class<S> type, Predicate<S> use) {
        Optional<ServiceReference<?>> reference = reference(type);
        if (reference.isEmpty()) {
            return false;
        }
        Object service = context.getService(reference.get());
        try {
            return service != null && use.test(type.cast(service));
        } finally {
            context.ungetService(reference.get());
        }
    }

    /** Of all, because the framework hides from a test what is also a service of a type that a bundle keeps to itself. */
    private Optional<ServiceReference<?>> reference(Class<?> type) {
        try {
            ServiceReference<?>[] all = context.getAllServiceReferences(type.getName(), null);
            return all == null ? Optional.empty() : Optional.of(Collections.max(Arrays.asList(all)));
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private boolean signedIn(Session session) {
        if (session.current().isEmpty()) {
            session.signIn(pin.toCharArray());
        }
        return session.current().isPresent();
    }

    /** Ends after what is in hand. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new IllegalStateException("the robot does not stop");
        }
    }
}
