package com.euphoriapos.sync.engine;

import com.euphoriapos.api.replication.TopicHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who applies which topic, at this moment. Thread-safe. */
final class Handlers {
    private final Map<String, TopicHandler> byTopic = new ConcurrentHashMap<>();

    void add(TopicHandler handler, List<String> topics) {
        topics.forEach(topic -> byTopic.put(topic, handler));
    }

    void remove(TopicHandler handler, List<String> topics) {
        topics.forEach(topic -> byTopic.remove(topic, handler));
    }

    Optional<TopicHandler> of(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }
}
