package com.euphoriapos.sync.cloud.protocol;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Want;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Outcome;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What goes up. The lane's own streams come first, oldest epoch first; those of others only when they lag for so long that their lane
 * can't be bringing them, and after a look at the positions. The cloud takes every event once, so it does no harm when two lanes bring
 * the same.
 */
final class Uploads {
    static final String REFUSED = "REFUSED";
    /** The event of the group that could not be applied is told of; the others only name it. */
    private static final String OF_GROUP = "group: ";

    private static final int STREAMS_AT_ONCE = 50;
    private static final int GAPS_MAX = 3;

    /** After a batch, before one that is not full: who sells fast fills it, in place of a request for each sale. */
    private static final long REST_MILLIS = 200;

    private enum Phase {
        IDLE,
        ASKED_ALL,
        ASKED_SOME,
        SENT
    }

    private final String me;
    private final Pacing pacing;
    private final Map<StreamId, Mark> held = new HashMap<>();
    private final Map<StreamId, Mark> cloud = new HashMap<>();
    /** Since when another lane's stream is known to be missing something in the cloud. */
    private final Map<StreamId, Long> lagging = new HashMap<>();
    /** Positions of these were looked at since they lag. */
    private final Set<StreamId> looked = new HashSet<>();
    /** Streams that do not go on, and when they are offered again. */
    private final Map<StreamId, Long> stuck = new HashMap<>();

    /** Streams that somebody was told of, and how far the cloud had them then: until it has more. */
    private final Map<StreamId, Long> alarmed = new HashMap<>();

    private final Map<StreamId, Integer> gaps = new HashMap<>();
    /** Not every lane of a store takes up a dead lane's stream at the same moment. */
    private final long patience;

    private Phase phase = Phase.IDLE;
    /** Whether what is under way was asked before the last wish: then it says nothing about it. */
    private boolean beforeWish;

    private boolean doubtful = true;
    private int eventsMax;
    private List<Want> sent = List.of();
    private long lookAt = Long.MIN_VALUE;
    private long restsUntil = Long.MIN_VALUE;

    Uploads(String me, Pacing pacing, RandomGenerator random) {
        this.me = me;
        this.pacing = pacing;
        this.eventsMax = pacing.eventsMax();
        this.patience = pacing.lag() + random.nextLong(pacing.lag() / 2 + 1);
    }

    /** The cloud may not be where it was: ask before anything else. */
    void doubt() {
        doubtful = true;
    }

    void wish() {
        stuck.clear();
        gaps.clear();
        doubtful = true;
        restsUntil = Long.MIN_VALUE;
        beforeWish = phase != Phase.IDLE;
    }

    boolean isBeforeWish() {
        return beforeWish;
    }

    private void idle() {
        phase = Phase.IDLE;
        beforeWish = false;
    }

    long backlog() {
        return held.entrySet().stream()
                .filter(each -> isMine(each.getKey()))
                .mapToLong(each -> Math.max(0, each.getValue().seq() - known(each.getKey())))
                .sum();
    }

    /** Whether nothing is under way or due that goes up. */
    boolean isSettled() {
        return phase == Phase.IDLE
                && !doubtful
                && held.keySet().stream()
                        .filter(stream -> isMine(stream) && !stuck.containsKey(stream))
                        .allMatch(stream -> held.getOrDefault(stream, Mark.NONE).seq() <= known(stream));
    }

    /** How far the lane's own streams go that the cloud lacks something of, the oldest first, and the newest in any case. */
    List<Want> heads() {
        Optional<StreamId> newest = held.keySet().stream().filter(this::isMine).max(Comparator.naturalOrder());
        return held.entrySet().stream()
                .filter(each -> isMine(each.getKey()))
                .filter(each -> each.getValue().seq() > known(each.getKey())
                        || newest.filter(each.getKey()::equals).isPresent())
                .map(each -> new Want(
                        each.getKey(), known(each.getKey()), each.getValue().seq()))
                .sorted(Comparator.comparing(Want::stream))
                .toList();
    }

    Optional<Want> oldest() {
        return held.keySet().stream()
                .filter(stream ->
                        isMine(stream) && held.getOrDefault(stream, Mark.NONE).seq() > known(stream))
                .min(Comparator.naturalOrder())
                .map(stream -> new Want(
                        stream,
                        known(stream),
                        held.getOrDefault(stream, Mark.NONE).seq()));
    }

    private boolean isMine(StreamId stream) {
        return stream.origin().equals(me);
    }

    private long known(StreamId stream) {
        return cloud.getOrDefault(stream, Mark.NONE).seq();
    }

    /** Whether it was an answer of the cloud. */
    boolean take(CloudInput input, long now, List<CloudEffect> effects) {
        if (input instanceof CloudInput.Holds holds) {
            held.clear();
            held.putAll(holds.marks());
            noteLag(now);
        } else if (input instanceof CloudInput.NothingToSend none) {
            idle();
            stick(none.stream(), "This lane does not keep what the cloud lacks of it.", now, effects);
        } else if (input instanceof CloudInput.Positions positions) {
            positions(positions, now, effects);
            return true;
        } else if (input instanceof CloudInput.Taken taken) {
            taken(taken, now, effects);
            return true;
        }
        return false;
    }

    private void positions(CloudInput.Positions answer, long now, List<CloudEffect> effects) {
        boolean old = beforeWish;
        idle();
        if (answer.all()) {
            doubtful = old;
            cloud.keySet().retainAll(answer.marks().keySet());
            lagging.clear();
            effects.add(new CloudEffect.Reset(answer.marks()));
        } else {
            effects.add(new CloudEffect.Acknowledged(answer.marks()));
            looked.addAll(lagging.keySet());
        }
        move(answer.marks(), effects);
        noteLag(now);
    }

    /** What the cloud says counts, also where it is less than before. */
    private void move(Map<StreamId, Mark> marks, List<CloudEffect> effects) {
        marks.forEach((stream, mark) -> {
            Mark before = cloud.put(stream, mark);
            // Where it did not move it is as stuck as before.
            if (before == null || mark.seq() != before.seq()) {
                gaps.remove(stream);
                lagging.remove(stream);
                looked.remove(stream);
                stuck.remove(stream);
            }
            Long refusedAfter = alarmed.get(stream);
            if (refusedAfter != null && mark.seq() > refusedAfter) {
                alarmed.remove(stream);
                effects.add(new CloudEffect.AllClear(REFUSED, stream.toString()));
            }
        });
    }

    private void noteLag(long now) {
        held.forEach((stream, mark) -> {
            if (isMine(stream)) {
                return;
            }
            if (mark.seq() > known(stream)) {
                lagging.putIfAbsent(stream, now);
            } else {
                lagging.remove(stream);
                looked.remove(stream);
            }
        });
    }

    private void taken(CloudInput.Taken answer, long now, List<CloudEffect> effects) {
        idle();
        eventsMax = Math.min(pacing.eventsMax(), eventsMax * 2);
        restsUntil = now + REST_MILLIS;
        move(answer.positions(), effects);
        effects.add(new CloudEffect.Acknowledged(answer.positions()));
        Set<StreamId> seen = new HashSet<>();
        for (Result result : answer.results()) {
            // What follows a refused event is refused because of it.
            if (result.outcome() == Outcome.REFUSED && seen.add(result.stream())) {
                refused(result, now, effects);
            } else if (result.outcome() == Outcome.PARKED && !result.reason().startsWith(OF_GROUP)) {
                effects.add(new CloudEffect.Alarm("PARKED", result.stream() + " " + result.seq(), result.reason()));
            }
        }
        noteLag(now);
    }

    private void refused(Result result, long now, List<CloudEffect> effects) {
        StreamId stream = result.stream();
        int tries = gaps.merge(stream, 1, Integer::sum);
        if (result.reason().startsWith("gap") && tries < GAPS_MAX) {
            // The cloud lost something, or knows this stream from somebody else.
            doubtful = true;
        } else {
            stick(stream, result.reason(), now, effects);
        }
    }

    private void stick(StreamId stream, String reason, long now, List<CloudEffect> effects) {
        stuck.put(stream, now + pacing.stuck());
        gaps.remove(stream);
        alarmed.put(stream, known(stream));
        effects.add(new CloudEffect.Alarm(REFUSED, stream.toString(), reason));
    }

    /** Whether it goes on at once, with fewer events: the cloud is well, and takes no batch as that one. */
    boolean failed(CloudInput.Failed failed, long now, List<CloudEffect> effects) {
        boolean batch = phase == Phase.SENT;
        idle();
        boolean ofForm = failed.failure() == Failure.TOO_LARGE || failed.failure() == Failure.MALFORMED;
        if (batch && ofForm) {
            long went = Math.min(eventsMax, events(sent));
            if (went > 1) {
                eventsMax = (int) (went / 2);
            } else if (!sent.isEmpty()) {
                stick(sent.get(0).stream(), failed.reason(), now, effects);
                eventsMax = pacing.eventsMax();
            }
            return true;
        }
        if (batch && failed.failure() == Failure.UNREACHABLE) {
            // It may have arrived. Where the positions say so, nothing is sent twice.
            doubtful = true;
        }
        return false;
    }

    Optional<CloudEffect> next(long now) {
        if (phase != Phase.IDLE) {
            return Optional.empty();
        }
        if (doubtful) {
            phase = Phase.ASKED_ALL;
            return Optional.of(new CloudEffect.AskPositions(Optional.empty()));
        }
        stuck.values().removeIf(until -> now >= until);
        List<Want> wants = wants(now);
        if (!wants.isEmpty()) {
            if (now < restsUntil && events(wants) < eventsMax) {
                return Optional.empty();
            }
            phase = Phase.SENT;
            sent = wants;
            return Optional.of(new CloudEffect.Upload(wants, eventsMax, pacing.bytesMax()));
        }
        return look(now);
    }

    private static long events(List<Want> wants) {
        return wants.stream().mapToLong(want -> want.upTo() - want.after()).sum();
    }

    private List<Want> wants(long now) {
        List<Want> wants = new ArrayList<>();
        held.keySet().stream()
                .filter(stream -> !stuck.containsKey(stream))
                .filter(stream -> held.getOrDefault(stream, Mark.NONE).seq() > known(stream))
                .filter(stream -> isMine(stream) || isDue(stream, now) && looked.contains(stream))
                .sorted(Comparator.comparing((StreamId stream) -> !isMine(stream))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(eventsMax > 1 ? STREAMS_AT_ONCE : 1)
                .forEach(stream -> wants.add(new Want(
                        stream,
                        known(stream),
                        held.getOrDefault(stream, Mark.NONE).seq())));
        return wants;
    }

    private boolean isDue(StreamId stream, long now) {
        Long since = lagging.get(stream);
        return since != null && now - since >= patience;
    }

    /** Looks where the cloud is with a lane that lags: most times it has brought its events itself. */
    private Optional<CloudEffect> look(long now) {
        Optional<StreamId> first = lagging.keySet().stream()
                .filter(stream -> isDue(stream, now) && !looked.contains(stream) && !stuck.containsKey(stream))
                .min(Comparator.naturalOrder());
        if (first.isEmpty() || now < lookAt) {
            return Optional.empty();
        }
        // Lanes that lag all the time, because they sell, are asked about twice in the patience that they have.
        lookAt = now + Math.max(1, pacing.lag() / 2);
        phase = Phase.ASKED_SOME;
        return Optional.of(new CloudEffect.AskPositions(first));
    }
}
