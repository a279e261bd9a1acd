package com.euphoriapos.bench;

import com.euphoriapos.api.secret.SecretStore;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.core.pin.BcryptHashing;
import com.euphoriapos.core.pin.PinHashing;
import com.euphoriapos.core.pin.PinLookup;
import com.euphoriapos.domain.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A sign-in among 500 employees against one bcrypt check at the same cost; the two take turns. */
final class SignInBenchmark {
    private static final int EMPLOYEES = 500;
    private static final int WARM_UP = 3;

    private SignInBenchmark() {}

    static Result run(Path home, int rounds) throws Exception {
        try (BenchLane lane = new BenchLane(home, 1, sale -> {})) {
            PinHashing hashing = new BcryptHashing();
            int cost = cost(lane);
            String hash = hashing.hash(pin(0), cost);
            employ(lane, hash);
            long[] ours = new long[rounds];
            long[] theirs = new long[rounds];
            for (int round = 0; round < WARM_UP + rounds; round++) {
                int index = Math.floorMod(round - WARM_UP, rounds);
                if (round % 2 == 0) {
                    ours[index] = signIn(lane, round);
                    theirs[index] = check(hashing, hash);
                } else {
                    theirs[index] = check(hashing, hash);
                    ours[index] = signIn(lane, round);
                }
            }
            return Result.times(
                    "sign-in, " + EMPLOYEES + " employees, bcrypt cost " + cost,
                    new Samples(ours),
                    new Samples(theirs),
                    1.2);
        }
    }

    private static int cost(BenchLane lane) {
        return lane.store()
                .read(handle -> Integer.parseInt(
                        handle.employees().all().get(0).pinHash().substring(4, 6)));
    }

    /** Each has a PIN of its own to be found by; all share the hash of the first, the only one who signs in. */
    private static void employ(BenchLane lane, String hash) {
        byte[] pepper = lane.secrets().get(SecretStore.PEPPER).orElseThrow();
        lane.store().write(handle -> {
            List<EmployeeRecord> there = handle.employees().all();
            for (int i = 0; i < EMPLOYEES - there.size(); i++) {
                handle.employees()
                        .save(new EmployeeRecord(
                                Shop.id(i),
                                "Employee",
                                Integer.toString(i),
                                Role.CASHIER,
                                PinLookup.of(pepper, pin(i)),
                                hash,
                                true,
                                Instant.EPOCH));
            }
            return Boolean.TRUE;
        });
    }

    private static char[] pin(int number) {
        return String.format(Locale.ROOT, "58%04d", number).toCharArray();
    }

    private static long signIn(BenchLane lane, int round) {
        char[] pin = pin(0);
        long start = System.nanoTime();
        SignInResult result = lane.session().signIn(pin);
        long took = System.nanoTime() - start;
        if (!(result instanceof SignInResult.SignedIn)) {
            throw new IllegalStateException("round " + round + ": " + result);
        }
        lane.session().signOut();
        return took;
    }

    private static long check(PinHashing hashing, String hash) {
        char[] pin = pin(0);
        long start = System.nanoTime();
        boolean same = hashing.matches(pin, hash);
        long took = System.nanoTime() - start;
        if (!same) {
            throw new IllegalStateException("the hash is of another PIN");
        }
        return took;
    }
}
