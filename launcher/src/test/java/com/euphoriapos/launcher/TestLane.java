package com.euphoriapos.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The real distribution in this process, on a temporary home, without screens. */
final class TestLane implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Lane lane;

    static {
        // As the program sets it: several lanes in one process each load the native library once.
        System.setProperty("jSerialComm.library.randomizeNativeName", "true");
    }

    TestLane(Path home, Map<String, String> extra) throws IOException, BundleException {
        Map<String, String> properties = new HashMap<>(Map.of("pos.headless", "true", "pos.version", "test"));
        properties.putAll(extra);
        lane = new Lane(distribution(), home, properties);
        lane.start();
        try {
            lane.awaitStarted(PATIENCE.toMillis());
        } catch (TimeoutException late) {
            throw new AssertionError("the lane did not start", late);
        }
    }

    static Path distribution() {
        String told = System.getProperty("pos.distribution");
        if (told == null) {
            throw new IllegalStateException("run this test with Maven: it needs -Dpos.distribution");
        }
        return Path.of(told);
    }

    Lane lane() {
        return lane;
    }

    /** The best service of that name as soon as it is there; fails after a while. */
    Object service(String type) {
        return await(
                () -> {
                    ServiceReference<?>[] all = references(type);
                    // The greatest is the one of the highest ranking.
                    return all == null ? null : lane.context().getService(Collections.max(Arrays.asList(all)));
                },
                "service " + type);
    }

    /** All, because the framework hides from the test what is also a service of a type that a bundle keeps to itself. */
    ServiceReference<?> @Nullable [] references(String type) {
        try {
            return lane.context().getAllServiceReferences(type, null);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T await(Supplier<@Nullable T> supplier, String what) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            T value = supplier.get();
            if (value != null) {
                return value;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("no " + what + " after " + PATIENCE);
    }

    static void awaitTrue(BooleanSupplier condition, String what) {
        await(() -> condition.getAsBoolean() ? Boolean.TRUE : null, what);
    }

    @Override
    public void close() {
        lane.stop();
    }
}
