package com.euphoriapos.sync.cloud.engine;

import com.euphoriapos.api.replication.CloudFeed;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.sync.cloud.protocol.Pacing;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Where the line runs.
 *
 * @param clock wall clock, for what people read
 * @param millis a clock that never goes back
 */
record Setting(
        Store store, CloudFeed feed, InstantSource clock, LongSupplier millis, RandomGenerator random, Pacing pacing) {}
