package com.euphoriapos.launcher.robot;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Quantity;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Rings small baskets through the same services as the screens, one sale after the other, until it is stopped. Services that go
 * away are looked up again; somebody who was signed out by that signs in again. Every sale that the lane called completed is
 * told once, after the call that completed it.
 */
public final class SellingRobot implements AutoCloseable {
    private static final long PAUSE_NANOS = 5_000_000;
    private static final long STOP_MILLIS = 10_000;

    private final BundleContext context;
    private final String pin;
    private final List<String> codes;
    private final Random random;
    private final Consumer<CompletedTransaction> told;
    private final Thread thread = new Thread(this::run, "test-robot");
    private volatile boolean stopped;

    /** Prepares a robot; {@link #start()} lets it sell. */
    public SellingRobot(
            BundleContext context, String pin, List<String> codes, long seed, Consumer<CompletedTransaction> told) {
        this.context = context;
        this.pin = pin;
        this.codes = List.copyOf(codes);
        this.random = new Random(seed);
        this.told = told;
        thread.setDaemon(true);
    }

    /** Begins to sell. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (!stopped) {
            boolean sold = false;
            try {
                sold = with(Session.class, this::signedIn) && with(Checkout.class, this::sell);
            } catch (RuntimeException swapped) {
                // A bundle goes away under the call: exactly what the robot is there to provoke. It tries again.
                sold = false;
            }
            if (!sold) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private <S> boolean with(Class<S> type, Predicate<S> use) {
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

    private boolean sell(Checkout checkout) {
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            AddResult added =
                    checkout.scan(codes.get(random.nextInt(codes.size())), Quantity.of(1 + random.nextInt(2)));
            if (!(added instanceof AddResult.Added)) {
                return false;
            }
        }
        if (checkout.takeCash(checkout.state().due()) instanceof TenderResult.Completed completed) {
            told.accept(completed.transaction());
            return true;
        }
        return false;
    }

    /** Ends after the sale in hand. */
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
