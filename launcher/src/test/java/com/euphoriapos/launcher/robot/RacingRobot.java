package com.euphoriapos.launcher.robot;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.api.checkout.SuspendedSales.ResumeResult;
import com.euphoriapos.api.checkout.SuspendedSales.Waiting;
import com.euphoriapos.api.checkout.TenderResult;
import com.euphoriapos.api.lane.Lanes;
import com.euphoriapos.api.replication.Replication.Peer;
import com.euphoriapos.domain.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Resumes suspended sales at the very moment at which its counterpart on another lane does: the note of a sale says when. One of the two
 * also suspends them. In every fourth round the other one leaves the network before, until both decided alone. What becomes of each
 * is printed as a line of JSON; what was resumed is paid.
 */
final class RacingRobot extends Robot {
    private static final String NETWORK = "com.euphoriapos.sync.lane";
    private static final String APART = "apart";
    private static final int APART_EVERY = 4;
    private static final long AHEAD_MILLIS = 250;
    private static final long PATIENCE_MILLIS = 60_000;

    private final String code;
    private final int rounds;
    private final Random random;
    private final Path meeting;
    private final Consumer<String> print;
    private final Clock clock = Clock.systemUTC();
    private final Set<String> raced = new HashSet<>();
    private int begun;
    private boolean done;

    /**
     * Who it is.
     *
     * @param rounds sales to suspend; 0 for who only resumes
     * @param meeting folder in which who suspends tells the other one, who is not in the network then, what it has decided alone
     */
    record Part(String pin, String code, int rounds, long seed, Path meeting) {}

    RacingRobot(org.osgi.framework.BundleContext context, Part part, Consumer<String> print) {
        super(context, part.pin());
        this.code = part.code();
        this.rounds = part.rounds();
        this.random = new Random(part.seed());
        this.meeting = part.meeting();
        this.print = print;
    }

    @Override
    boolean act() {
        return with(SuspendedSales.class, sales -> {
            Optional<Waiting> next = sales.waiting().stream()
                    .filter(sale -> raced.add(sale.id()))
                    .findFirst();
            if (next.isPresent()) {
                race(sales, next.get());
                return true;
            }
            return rounds > 0 && suspendNext(sales);
        });
    }

    private boolean suspendNext(SuspendedSales sales) {
        if (begun == rounds) {
            if (!done) {
                done = true;
                print.accept("{\"races\":" + rounds + "}");
            }
            return false;
        }
        awaitNetwork(true);
        boolean apart = begun % APART_EVERY == APART_EVERY - 1;
        boolean rung = with(Checkout.class, checkout -> checkout.scan(code, Quantity.of(1)) instanceof AddResult.Added);
        if (rung) {
            String note = clock.millis() + AHEAD_MILLIS + (apart ? " " + APART : "");
            if (sales.suspend(note) instanceof SuspendedSales.SuspendResult.Suspended) {
                begun++;
            }
        }
        return rung;
    }

    private void race(SuspendedSales sales, Waiting sale) {
        String[] note = sale.note().split(" ");
        boolean apart = note.length > 1;
        if (apart && rounds > 0) {
            awaitNetwork(false);
        } else if (apart) {
            network(Bundle::stop);
        } else {
            park(Long.parseLong(note[0]) - clock.millis());
        }
        try {
            resume(sales, sale, apart);
        } finally {
            if (apart) {
                meet(meeting.resolve(sale.id()));
            }
        }
    }

    /** Both decided: only now they may hear of each other again, or the slower one would be told what the other one did. */
    private void meet(Path decided) {
        if (rounds > 0) {
            try {
                Files.createFile(decided);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        long end = clock.millis() + PATIENCE_MILLIS;
        while (!isStopped() && clock.millis() < end && Files.notExists(decided)) {
            park(5);
        }
        network(Bundle::start);
    }

    private void resume(SuspendedSales sales, Waiting sale, boolean apart) {
        ResumeResult result = sales.resume(sale.id());
        int asked = 1;
        while (result instanceof ResumeResult.Undecided && !isStopped()) {
            park(random.nextInt(20));
            result = sales.resume(sale.id());
            asked++;
        }
        String what = result instanceof ResumeResult.Resumed ? "resumed" : "left";
        print.accept("{\"" + what + "\":\"" + sale.id() + "\",\"apart\":" + apart + ",\"asked\":" + asked + "}");
        if (result instanceof ResumeResult.Resumed) {
            with(
                    Checkout.class,
                    checkout -> checkout.takeCash(checkout.state().due()) instanceof TenderResult.Completed);
        }
    }

    private void awaitNetwork(boolean wanted) {
        long end = clock.millis() + PATIENCE_MILLIS;
        while (!isStopped()
                && clock.millis() < end
                && wanted
                        != with(Lanes.class, lanes -> lanes.overview().peers().stream()
                                .anyMatch(Peer::connected))) {
            park(5);
        }
    }

    private interface Change {
        void make(Bundle bundle) throws BundleException;
    }

    private void network(Change change) {
        Bundle bundle = Arrays.stream(context().getBundles())
                .filter(each -> NETWORK.equals(each.getSymbolicName()))
                .findFirst()
                .orElseThrow();
        try {
            change.make(bundle);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void park(long millis) {
        if (millis > 0) {
            LockSupport.parkNanos(millis * 1_000_000);
        }
    }
}
