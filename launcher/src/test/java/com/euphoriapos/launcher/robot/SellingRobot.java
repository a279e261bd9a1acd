package com.euphoriapos.launcher.robot;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Quantity;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;

/**
 * Rings small baskets, one sale after the other, until it is stopped. Every sale that the lane called completed is told once, after the
 * call that completed it.
 */
public final class SellingRobot extends Robot {
    private final List<String> codes;
    private final Random random;
    private final Consumer<CompletedTransaction> told;
    private final long pauseNanos = TimeUnit.MILLISECONDS.toNanos(Long.getLong("robot.pause", 0));

    /** Prepares a robot; {@link #start()} lets it sell. */
    public SellingRobot(
            BundleContext context, String pin, List<String> codes, long seed, Consumer<CompletedTransaction> told) {
        super(context, pin);
        this.codes = List.copyOf(codes);
        this.random = new Random(seed);
        this.told = told;
    }

    @Override
    boolean act() {
        return with(Checkout.class, this::sell);
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
            LockSupport.parkNanos(pauseNanos);
            return true;
        }
        return false;
    }
}
