package com.euphoriapos.sync.lane;

import com.euphoriapos.api.replication.Pairing.Nearby;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** When this lane announces itself and listens for others: while it listens for links, and for a while after somebody asked. */
final class Neighbourhood {
    private static final long LOOK_AROUND_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final boolean wanted;
    private final Discovery discovery;
    private volatile Supplier<String> storeName = () -> "";
    private volatile long lookedAroundNanos = System.nanoTime() - LOOK_AROUND_NANOS;

    /**
     * @param wanted whether it may at all
     * @param heard hears the shortened identity of whoever announces a lane; on any thread
     */
    Neighbourhood(boolean wanted, Consumer<String> heard) {
        this.wanted = wanted;
        discovery = new Discovery(Addresses::siteLocal, said -> heard.accept(said.node()));
    }

    /** What the store is called, for the announcement. */
    void storeName(Supplier<String> now) {
        storeName = now;
    }

    /** Lanes that are announced, without this one. */
    List<Nearby> nearby(String me) {
        return discovery.hints().nearby(me);
    }

    /** Where that lane says to be. */
    List<HostPort> of(String node) {
        return discovery.hints().of(node);
    }

    /** Somebody wants to know who is there; whether nobody was listening before. */
    boolean lookAround() {
        boolean began = !looksAround();
        lookedAroundNanos = System.nanoTime();
        return began;
    }

    private boolean looksAround() {
        return System.nanoTime() - lookedAroundNanos < LOOK_AROUND_NANOS;
    }

    /**
     * Announces, listens or falls silent, as things stand.
     *
     * @param node identity of this lane; empty while it is not known
     * @param port where it listens; 0 while it does not
     */
    void follow(String node, String label, int port) {
        if (!wanted || port == 0 && !looksAround()) {
            discovery.pause();
        } else {
            discovery.run(
                    port == 0 || node.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Announcement(Announcement.shorten(node), storeName.get(), label, port)));
        }
    }

    /** Why others are not found by themselves; empty when they are. */
    String trouble() {
        return discovery.trouble();
    }

    void stop() {
        discovery.stop(FAREWELL);
    }
}
