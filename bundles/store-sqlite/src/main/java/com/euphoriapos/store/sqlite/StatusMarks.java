package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.ReplicationRepository.Delivery;
import com.euphoriapos.store.sqlite.mapper.DeliveryMapper.Marks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

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
     * @param deliveries what is known of the stream's targets
     */
    static Marks of(Collection<String> peers, List<Delivery> deliveries) {
        Map<String, Delivery> known =
                deliveries.stream().collect(Collectors.toMap(Delivery::target, Function.identity()));
        long allPeers = ALL;
        long offered = 0;
        long trouble = ALL;
        for (String peer : peers) {
            Delivery each = known.get(peer);
            allPeers = Math.min(allPeers, each == null ? 0 : each.ackedSeq());
            offered = Math.max(offered, each == null ? 0 : each.sentSeq());
            trouble = Math.min(trouble, lackedInTrouble(each));
        }
        Delivery cloud = known.get(ReplicationRepository.CLOUD);
        return new Marks(
                Math.min(allPeers, cloud == null ? 0 : cloud.ackedSeq()),
                allPeers,
                Math.max(offered, cloud == null ? 0 : cloud.sentSeq()),
                Math.min(trouble, lackedInTrouble(cloud)));
    }

    private static long lackedInTrouble(@org.jspecify.annotations.Nullable Delivery delivery) {
        boolean troubled = delivery != null && delivery.retries() >= ReplicationRepository.TROUBLE_RETRIES;
        return troubled && delivery != null ? delivery.ackedSeq() : ALL;
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
        TreeSet<Long> borders = LongStream.of(
                        before.cloud(),
                        before.peers(),
                        before.offered(),
                        before.trouble(),
                        after.cloud(),
                        after.peers(),
                        after.offered(),
                        after.trouble(),
                        end)
                .map(mark -> Math.max(kept, Math.min(end, mark)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        long from = end;
        long to = kept;
        long last = kept;
        for (long border : borders) {
            if (border > last && !status(before, border).equals(status(after, border))) {
                from = Math.min(from, last);
                to = border;
            }
            last = border;
        }
        return new Range(from, to);
    }
}
