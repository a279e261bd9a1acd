package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.store.sqlite.mapper.DeliveryMapper.Marks;
import com.euphoriapos.store.sqlite.mapper.DeliveryMapper.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derives the visible status of a message from what delivery knows of its stream; {@code outbox.status} is a cache of it. */
final class StatusMarks {
    /** Everything, however much it becomes. */
    private static final long ALL = Long.MAX_VALUE;

    private StatusMarks() {}

    /** Numbers after {@code from} and up to {@code to}. */
    record Range(long from, long to) {
        boolean isEmpty() {
            return from >= to;
        }
    }

    /**
     * The watermarks of a stream.
     *
     * @param peers identities of the other active lanes
     * @param standings what is known of the stream's targets
     */
    static Marks of(Collection<String> peers, List<Standing> standings) {
        Map<String, Standing> known =
                standings.stream().collect(Collectors.toMap(Standing::target, Function.identity()));
        long allPeers = ALL;
        long offered = 0;
        long trouble = ALL;
        for (String peer : peers) {
            Standing each = known.getOrDefault(peer, nothing(peer));
            allPeers = Math.min(allPeers, each.settled());
            offered = Math.max(offered, each.sent());
            trouble = Math.min(trouble, lackedInTrouble(each));
        }
        Standing cloud = known.getOrDefault(ReplicationRepository.CLOUD, nothing(ReplicationRepository.CLOUD));
        return new Marks(
                Math.min(allPeers, cloud.settled()),
                allPeers,
                Math.max(offered, cloud.sent()),
                Math.min(trouble, lackedInTrouble(cloud)));
    }

    private static Standing nothing(String target) {
        return new Standing(target, 0, 0, 0, 0);
    }

    private static long lackedInTrouble(Standing standing) {
        return standing.retries() >= ReplicationRepository.TROUBLE_RETRIES ? standing.settled() : ALL;
    }

    /** How many messages after {@code kept} and up to {@code end} have that status. */
    static long count(Marks marks, long kept, long end, String status) {
        long count = 0;
        long last = kept;
        for (long border : borders(kept, end, marks)) {
            if (border > last && status(marks, border).equals(status)) {
                count += border - last;
            }
            last = border;
        }
        return count;
    }

    /** Where a status may end. */
    private static TreeSet<Long> borders(long kept, long end, Marks... all) {
        return Stream.concat(
                        Stream.of(end),
                        Stream.of(all)
                                .flatMap(marks ->
                                        Stream.of(marks.cloud(), marks.peers(), marks.offered(), marks.trouble())))
                .map(mark -> Math.max(kept, Math.min(end, mark)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The word for the message of that number. */
    static String status(Marks marks, long seq) {
        if (seq > marks.trouble()) {
            return "error";
        }
        if (seq <= marks.cloud()) {
            return "cloud_ack";
        }
        if (seq <= marks.peers()) {
            return "peer_ack";
        }
        return seq <= marks.offered() ? "sent" : "pending";
    }

    /** Where the two differ, among the messages after {@code kept} and up to {@code end}. */
    static Range changed(Marks before, Marks after, long kept, long end) {
        long from = end;
        long to = kept;
        long last = kept;
        for (long border : borders(kept, end, before, after)) {
            if (border > last && !status(before, border).equals(status(after, border))) {
                from = Math.min(from, last);
                to = border;
            }
            last = border;
        }
        return new Range(from, to);
    }
}
