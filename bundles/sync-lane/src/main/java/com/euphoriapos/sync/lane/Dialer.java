package com.euphoriapos.sync.lane;

import com.euphoriapos.api.sync.PairedLane;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Decides when to dial whom: every lane without a link, without end, with a pause that grows. Each lane has its own course, so one
 * that does not answer delays no other. One thread only.
 */
final class Dialer {
    /** A link that stood for less proves little: the pauses go on growing. */
    private static final long STEADY_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** What the dialler needs of the rest. */
    interface Wires {
        /** Where that lane might be, the best guess first. */
        List<HostPort> addresses(PairedLane lane);

        boolean isLinked(String node);

        boolean maySpeak(String node);

        /** Dials; completes on the dialler's own thread. */
        CompletableFuture<?> dial(HostPort to, FrameLink link, Predicate<String> welcome);

        FrameLink newLink(HostPort to);

        void reached(String node, HostPort where);

        void unreachable(String node, int failures, String reason);
    }

    private static final class Course {
        int failures;
        long dueNanos;
        boolean dialling;
    }

    private final Wires wires;
    private final Backoff backoff;
    private final RandomGenerator random;
    private final Map<String, Course> courses = new HashMap<>();

    Dialer(Wires wires, Backoff backoff, RandomGenerator random) {
        this.wires = wires;
        this.backoff = backoff;
        this.random = random;
    }

    /** Dials whoever is due. */
    void tick(List<PairedLane> lanes, long nowNanos) {
        courses.keySet().removeIf(node -> !wires.maySpeak(node));
        for (PairedLane lane : lanes) {
            if (!lane.maySpeak()) {
                continue;
            }
            Course course = courses.computeIfAbsent(lane.node(), unknown -> due(nowNanos));
            if (!course.dialling && nowNanos - course.dueNanos >= 0 && !wires.isLinked(lane.node())) {
                course.dialling = true;
                attempt(lane, course, wires.addresses(lane).iterator(), "no address of it is known");
            }
        }
    }

    /** Tries again at once, as when an address was heard of that was not known. */
    void hasten(String node, long nowNanos) {
        Course course = courses.get(node);
        if (course != null) {
            course.dueNanos = nowNanos;
        }
    }

    /** A link is gone. */
    void down(FrameLink link, long nowNanos) {
        Course course = courses.computeIfAbsent(link.peer(), unknown -> due(nowNanos));
        course.failures = link.ageNanos(nowNanos) >= STEADY_NANOS ? 0 : course.failures + 1;
        pause(course, nowNanos);
    }

    private static Course due(long nowNanos) {
        Course course = new Course();
        course.dueNanos = nowNanos;
        return course;
    }

    private void pause(Course course, long nowNanos) {
        course.dueNanos = nowNanos + TimeUnit.MILLISECONDS.toNanos(backoff.pauseMillis(course.failures, random));
    }

    private void attempt(PairedLane lane, Course course, Iterator<HostPort> addresses, String failure) {
        if (!addresses.hasNext()) {
            course.dialling = false;
            course.failures++;
            pause(course, System.nanoTime());
            wires.unreachable(lane.node(), course.failures, failure);
            return;
        }
        HostPort to = addresses.next();
        FrameLink link = wires.newLink(to);
        wires.dial(to, link, peer -> isWelcome(lane.node(), peer)).whenComplete((up, error) -> {
            Optional<String> trouble = trouble(lane.node(), link, to, error);
            if (trouble.isEmpty() || wires.isLinked(lane.node())) {
                course.dialling = false;
            } else {
                attempt(lane, course, addresses, trouble.get());
            }
        });
    }

    /** A lane that moved may answer at another's address: that is as good a link, if that lane has none. */
    private boolean isWelcome(String wanted, String peer) {
        return wires.maySpeak(peer) && (peer.equals(wanted) || !wires.isLinked(peer));
    }

    private Optional<String> trouble(
            String wanted, FrameLink link, HostPort to, @org.jspecify.annotations.Nullable Throwable error) {
        if (error != null) {
            return Optional.of(to + ": " + Words.of(error));
        }
        wires.reached(link.peer(), to);
        return link.peer().equals(wanted) ? Optional.empty() : Optional.of(to + ": another lane answers there");
    }
}
