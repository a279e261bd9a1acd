package com.euphoriapos.device.simulator.robot;

import com.euphoriapos.api.catalog.Catalog;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.settings.Settings;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Signs in, rings the sales it was ordered to ring, and signs out. It never takes over what a person has begun: with somebody
 * signed in or a sale open it refuses. Thread-safe; one order at a time.
 */
final class Robot {
    private static final String DEMO_CASHIER_PIN = "1111";

    private final Checkout checkout;
    private final Session session;
    private final Settings settings;
    private final Catalog catalog;
    private final Store store;
    private final LongSupplier nanoTime;
    private final ReentrantLock atWork = new ReentrantLock();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Robot(Checkout checkout, Session session, Settings settings, Catalog catalog, Store store, LongSupplier nanoTime) {
        this.checkout = checkout;
        this.session = session;
        this.settings = settings;
        this.catalog = catalog;
        this.store = store;
        this.nanoTime = nanoTime;
    }

    /** Ends the work after the present sale, for ever. */
    void stop() {
        stopped.countDown();
    }

    /**
     * Carries out the order on the calling thread.
     *
     * @throws RobotException when it could not be begun or not be ended; what was rung is reported before
     */
    void work(RobotOrder order, Report report) {
        if (!atWork.tryLock()) {
            throw new RobotException("the robot is ringing already");
        }
        try {
            refuseIfInTheWay();
            Operator robot = signIn(order);
            try {
                ringAll(order, Shelf.of(catalog, store), report);
            } finally {
                // Somebody who signed in meanwhile stays.
                if (session.current().filter(robot::equals).isPresent()) {
                    session.signOut();
                }
            }
        } finally {
            atWork.unlock();
        }
    }

    private void refuseIfInTheWay() {
        session.current().ifPresent(operator -> {
            throw new RobotException(operator.shortName() + " is signed in; sign out first");
        });
        if (checkout.state().sale().isPresent()) {
            throw new RobotException("a sale is open; complete or cancel it first");
        }
    }

    private Operator signIn(RobotOrder order) {
        Optional<StoreSettings> known = settings.current();
        if (known.isEmpty()) {
            throw new RobotException("this lane is not set up yet");
        }
        if (order.pin().isEmpty() && !known.get().demo()) {
            throw new RobotException("this is no demo store: say who sells with --pin PIN");
        }
        SignInResult result =
                session.signIn(order.pin().orElse(DEMO_CASHIER_PIN).toCharArray());
        if (result instanceof SignInResult.LockedOut locked) {
            throw new RobotException(
                    "too many wrong PINs; try again in " + locked.remaining().toSeconds() + " s");
        }
        if (result instanceof SignInResult.Unavailable unavailable) {
            throw new RobotException(unavailable.reason());
        }
        if (result instanceof SignInResult.SignedIn signedIn) {
            return signedIn.operator();
        }
        throw new RobotException("nobody can sign in with this PIN");
    }

    private void ringAll(RobotOrder order, Shelf shelf, Report report) {
        long seed = order.seed().orElseGet(nanoTime);
        RandomGenerator random = new SplittableRandom(seed);
        Cashier cashier = new Cashier(checkout, nanoTime);
        report.started(order, seed);
        Money total = Money.ZERO;
        int count = 0;
        String reason = "";
        long begun = nanoTime.getAsLong();
        while (count < order.sales() && reason.isEmpty()) {
            try {
                waitFor(begun + order.interval().toNanos() * count);
                Cashier.Rung rung = cashier.ring(Basket.next(random, shelf, order.linesMax()));
                total = total.plus(rung.transaction().priced().total());
                count++;
                report.sale(rung);
            } catch (RobotException e) {
                reason = e.reason();
            }
        }
        report.summary(new Report.Summary(seed, count, total, cashier, reason));
        if (!reason.isEmpty()) {
            throw new RobotException("stopped after " + count + " of " + order.sales() + " sales: " + reason);
        }
    }

    private void waitFor(long dueNanos) {
        try {
            long left = Math.max(0, dueNanos - nanoTime.getAsLong());
            if (stopped.await(left, TimeUnit.NANOSECONDS)) {
                throw new RobotException("the robot was taken away");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RobotException("interrupted", e);
        }
    }
}
