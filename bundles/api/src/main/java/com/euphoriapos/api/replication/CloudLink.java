package com.euphoriapos.api.replication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The line to the cloud, for those who show and drive it. Use cases guard it: screens and commands go through {@code api.lane.Cloud}.
 * Thread-safe; all but {@link #status} may wait for the network, some minutes at most: never on the event thread.
 */
@ProviderType
public interface CloudLink {
    /** Whether there is a cloud, and how it stands. */
    enum State {
        /** No cloud: that is fine. */
        NONE,
        /** An address stands in the settings; nobody has enrolled this lane there yet. */
        NOT_ENROLLED,
        /** It was not asked yet since the start. */
        STARTING,
        /** The last exchange went well. */
        FINE,
        /** It can't be reached or has trouble; it is tried again all the time. */
        TROUBLE,
        /** It does not know this lane any longer: nothing is sent until the lane is enrolled anew, and nothing is lost. */
        GONE
    }

    /** How it stands; returns at once. */
    Status status();

    /**
     * Enrols this lane with a one-time code of the store, and keeps address and token.
     *
     * @param address such as {@code https://cloud.example}; plain http only to this computer itself
     * @param code as the owner of the cloud has it; case, spaces and dashes do not matter
     */
    EnrolResult enrol(String address, String code);

    /** Sends all that waits, now; a sentence says why not all of it went. Empty when the cloud has everything. */
    Optional<String> push();

    /** Asks for changes now and applies them; a sentence says why that could not be. Empty when nothing newer is there. */
    Optional<String> pull();

    /** Compares positions and the sales of 35 days with the cloud. */
    List<Replication.Finding> reconcile();

    /** From now on the listener hears of changes. */
    void addListener(Listener listener);

    /** It hears nothing more, but for what is just being told. */
    void removeListener(Listener listener);

    /**
     * All of it.
     *
     * @param address where the cloud is; empty for none
     * @param storeName what the cloud calls the store
     * @param backlog how many of this lane's events the cloud has not acknowledged
     * @param waitingSince since when some of them wait
     * @param lastExchange when the cloud last answered
     * @param cursor up to where changes of the cloud are applied; empty for none
     * @param trouble a sentence; empty when there is none
     * @param alarms what somebody has to look at
     */
    record Status(
            State state,
            String address,
            String storeName,
            long backlog,
            Optional<Instant> waitingSince,
            Optional<Instant> lastExchange,
            String cursor,
            String trouble,
            List<Replication.Alarm> alarms) {
        /** No cloud. */
        public static final Status NONE =
                new Status(State.NONE, "", "", 0, Optional.empty(), Optional.empty(), "", "", List.of());

        public Status {
            alarms = List.copyOf(alarms);
        }
    }

    /** What became of an enrolment. */
    sealed interface EnrolResult {
        /** Done; from now on the lane sends and hears. */
        record Enrolled(String storeName) implements EnrolResult {}

        /**
         * Nothing was changed.
         *
         * @param reason a sentence that says why and what to do
         * @param about what it is about
         */
        record Refused(String reason, Part about) implements EnrolResult {
            /** About neither address nor code. */
            public Refused(String reason) {
                this(reason, Part.OTHER);
            }
        }

        /** What somebody gives to enrol. */
        enum Part {
            /** Where the cloud is. */
            ADDRESS,
            /** The one-time code. */
            CODE,
            /** Neither. */
            OTHER
        }
    }

    /** Hears that the status changed; on any thread, return at once. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        /** It is another; ask for it. */
        void cloudChanged();
    }
}
