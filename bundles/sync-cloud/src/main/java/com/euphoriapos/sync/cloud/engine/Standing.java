package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.replication.CloudLink;
import com.euphoriapos.api.replication.CloudLink.State;
import com.euphoriapos.api.replication.CloudLink.Status;
import com.euphoriapos.api.replication.Replication.Alarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** How the line stands, for those who show it. Thread-safe. */
final class Standing {
    private static final int ALARMS_MAX = 50;

    private final List<CloudLink.Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private Status status = Status.NONE;

    synchronized Status status() {
        return status;
    }

    void add(CloudLink.Listener listener) {
        listeners.add(listener);
    }

    void remove(CloudLink.Listener listener) {
        listeners.remove(listener);
    }

    /** Another place, or none. */
    void begin(State state, String address, String storeName, String trouble) {
        synchronized (this) {
            alarms.clear();
            status = new Status(
                    state, address, storeName, 0, Optional.empty(), Optional.empty(), "", trouble, List.of());
        }
        tell();
    }

    void state(State state, String trouble) {
        change(with(status(), state, trouble));
    }

    void backlog(long backlog, Optional<Instant> since) {
        Status now = status();
        change(new Status(
                now.state(),
                now.address(),
                now.storeName(),
                backlog,
                since,
                now.lastExchange(),
                now.cursor(),
                now.trouble(),
                now.alarms()));
    }

    /**
     * The cloud answered.
     *
     * @param well whether nothing else fails meanwhile
     */
    void heard(Instant at, boolean well) {
        Status now = status();
        Status next = new Status(
                well ? State.FINE : now.state(),
                now.address(),
                now.storeName(),
                now.backlog(),
                now.waitingSince(),
                Optional.of(at),
                now.cursor(),
                well ? "" : now.trouble(),
                now.alarms());
        synchronized (this) {
            status = next;
        }
        if (now.state() != next.state()) {
            tell();
        }
    }

    /** Nothing is another, but what is shown of it depends on the time. */
    void older() {
        tell();
    }

    void cursor(String cursor) {
        Status now = status();
        change(new Status(
                now.state(),
                now.address(),
                now.storeName(),
                now.backlog(),
                now.waitingSince(),
                now.lastExchange(),
                cursor,
                now.trouble(),
                now.alarms()));
    }

    void alarm(String kind, String about, String text, Instant at) {
        synchronized (this) {
            if (alarms.size() >= ALARMS_MAX) {
                alarms.remove(alarms.keySet().iterator().next());
            }
            alarms.put(kind + " " + about, new Alarm(at, kind, "cloud", text));
            status = withAlarms();
        }
        tell();
    }

    void clear(String kind, String about) {
        synchronized (this) {
            if (alarms.remove(kind + " " + about) == null) {
                return;
            }
            status = withAlarms();
        }
        tell();
    }

    private Status withAlarms() {
        return new Status(
                status.state(),
                status.address(),
                status.storeName(),
                status.backlog(),
                status.waitingSince(),
                status.lastExchange(),
                status.cursor(),
                status.trouble(),
                new ArrayList<>(alarms.values()));
    }

    private static Status with(Status now, State state, String trouble) {
        return new Status(
                state,
                now.address(),
                now.storeName(),
                now.backlog(),
                now.waitingSince(),
                now.lastExchange(),
                now.cursor(),
                trouble,
                now.alarms());
    }

    private void change(Status next) {
        boolean other;
        synchronized (this) {
            other = !next.equals(status);
            status = next;
        }
        if (other) {
            tell();
        }
    }

    private void tell() {
        listeners.forEach(CloudLink.Listener::cloudChanged);
    }
}
