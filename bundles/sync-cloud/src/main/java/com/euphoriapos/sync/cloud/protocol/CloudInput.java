package com.euphoriapos.sync.cloud.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.List;
import java.util.Map;

/** What happens to a lane as far as its cloud is concerned. */
public sealed interface CloudInput {
    /** Time passed. */
    record Tick() implements CloudInput {}

    /** What the lane holds now: of each stream how far, its own and others'. */
    record Holds(Map<StreamId, Mark> marks) implements CloudInput {
        public Holds {
            marks = Map.copyOf(marks);
        }
    }

    /**
     * Somebody asks for it now: whatever waits for its time does not wait any longer. {@link CloudEffect.Wished} says what became of it.
     *
     * @param number greater than that of every wish before
     */
    record Wish(long number) implements CloudInput {}

    /**
     * How far the cloud is; the answer to {@link CloudEffect.AskPositions}.
     *
     * @param all whether these are all that the cloud has; else only those after what was asked for
     */
    record Positions(Map<StreamId, Mark> marks, boolean all) implements CloudInput {
        public Positions {
            marks = Map.copyOf(marks);
        }
    }

    /** What became of a batch; the answer to {@link CloudEffect.Upload}. */
    record Taken(List<Result> results, Map<StreamId, Mark> positions) implements CloudInput {
        public Taken {
            results = List.copyOf(results);
            positions = Map.copyOf(positions);
        }
    }

    /** Of what was to be uploaded nothing is kept here any longer. */
    record NothingToSend(StreamId stream) implements CloudInput {}

    /**
     * The answer to {@link CloudEffect.Pull} is applied and durable.
     *
     * @param more whether the cloud has more at once
     * @param reset whether the cloud told everything anew: it is not the one of before
     */
    record Pulled(boolean more, boolean reset) implements CloudInput {}

    /** Nothing is new; an answer to {@link CloudEffect.Pull}. */
    record NothingNew() implements CloudInput {}

    /**
     * A request came to nothing.
     *
     * @param upload whether it was a batch or a question for positions; else a pull
     * @param reason a few words for people
     * @param retryAfterMillis what the cloud asked for, 0 for nothing
     */
    record Failed(boolean upload, Failure failure, String reason, long retryAfterMillis) implements CloudInput {}

    /** Why a request came to nothing. */
    enum Failure {
        /** No answer: no line, no name, a time-out. What was sent may have arrived. */
        UNREACHABLE,
        /** The cloud has trouble or asks to wait: 429, 500 and above. */
        TROUBLE,
        /** Somebody else answered: a captive portal, a proxy, a wrong certificate. */
        STRANGER,
        /** The cloud does not know this lane any longer: 401, 403. */
        GONE,
        /** The request was too large: 413. */
        TOO_LARGE,
        /** The cloud calls the request none: 400 and the like. */
        MALFORMED,
        /** This lane could not read or write its own store. */
        STORE
    }

    /** What became of an event. */
    record Result(StreamId stream, long seq, Outcome outcome, String reason) {}

    /** The cloud's words. */
    enum Outcome {
        APPLIED,
        DUPLICATE,
        PARKED,
        REFUSED
    }
}
