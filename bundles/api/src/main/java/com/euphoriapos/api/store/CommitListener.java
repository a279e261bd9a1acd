package com.euphoriapos.api.store;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of transactions that wrote or applied events, after their commit is durable and before whoever asked for it learns so; on the
 * writer's thread: return at once, and don't use the store.
 */
@ConsumerType
@FunctionalInterface
public interface CommitListener {
    /** Something was committed. What this throws is logged and keeps nobody else from hearing of it. */
    void committed(Commit commit);

    /**
     * What was committed.
     *
     * @param own this opening's stream
     * @param upTo where it ends now
     * @param written what this lane itself said
     * @param applied what was applied of other lanes' events
     */
    record Commit(StreamId own, Mark upTo, Set<Subject> written, Set<Subject> applied) {
        public Commit {
            written = Set.copyOf(written);
            applied = Set.copyOf(applied);
        }

        /** Whether a topic is among them, whoever wrote it. */
        public boolean concerns(String topic) {
            return written.stream().anyMatch(each -> each.topic().equals(topic))
                    || applied.stream().anyMatch(each -> each.topic().equals(topic));
        }
    }

    /** Topic and aggregate of an event; an empty aggregate stands for all of them: a snapshot was taken in. */
    record Subject(String topic, String aggregate) {}
}
