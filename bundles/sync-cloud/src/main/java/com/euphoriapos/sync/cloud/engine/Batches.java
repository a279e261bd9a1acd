package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.store.ReplicationRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.sync.cloud.http.Wire.Sent;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Upload;
import com.euphoriapos.sync.cloud.protocol.CloudEffect.Want;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is to be sent. */
final class Batches {
    private final Store store;

    Batches(Store store) {
        this.store = store;
    }

    /** The events of a batch, never more than it may have; empty where nothing of the first stream is kept. */
    List<Sent> read(Upload upload) {
        return store.read(handle -> {
            List<Sent> batch = new ArrayList<>();
            int bytes = 0;
            for (Want want : upload.wants()) {
                int room = upload.eventsMax() - batch.size();
                if (room <= 0 || bytes >= upload.bytesMax()) {
                    break;
                }
                int more = add(batch, handle.replication(), want, upload, bytes);
                if (more < 0) {
                    break;
                }
                bytes += more;
            }
            return batch;
        });
    }

    /** Returns the bytes that were added, or less than none where the stream has nothing or the batch is full within it. */
    private static int add(List<Sent> batch, ReplicationRepository kept, Want want, Upload upload, int before) {
        Optional<Segment> segment = segment(kept, want, upload.eventsMax() - batch.size(), upload.bytesMax() - before);
        if (segment.isEmpty()) {
            return batch.isEmpty() ? -1 : 0;
        }
        int bytes = 0;
        String previous = segment.get().previous();
        for (Event event : segment.get().events()) {
            int size = event.payload().length();
            boolean full = batch.size() >= upload.eventsMax() || before + bytes + size > upload.bytesMax();
            if (full && !batch.isEmpty()) {
                withoutPartOf(event, batch);
                return -1;
            }
            batch.add(new Sent(event, previous));
            previous = "";
            bytes += size;
        }
        return bytes;
    }

    /** What was written together goes up together, unless it is more than a batch. */
    private static void withoutPartOf(Event cut, List<Sent> batch) {
        int end = batch.size();
        while (end > 0 && isOfGroup(cut, batch.get(end - 1).event())) {
            end--;
        }
        if (end > 0) {
            batch.subList(end, batch.size()).clear();
        }
    }

    private static boolean isOfGroup(Event one, Event other) {
        return one.stream().equals(other.stream()) && one.txg() == other.txg();
    }

    private static Optional<Segment> segment(ReplicationRepository kept, Want want, int events, int bytes) {
        Optional<Segment> segment = kept.read(want.stream(), want.after(), want.upTo(), events, bytes);
        if (segment.isPresent()) {
            return segment;
        }
        long first = kept.kept().getOrDefault(want.stream(), 0L);
        return first > want.after() + 1
                ? kept.read(want.stream(), first - 1, want.upTo(), events, bytes)
                : Optional.empty();
    }

    /** When the oldest event that waits was written; empty where nothing is kept of it. */
    Optional<Event> oldest(Want want) {
        return store.read(handle -> segment(handle.replication(), want, 1, 1))
                .map(segment -> segment.events().get(0));
    }
}
