package com.euphoriapos.sync.engine;

import com.euphoriapos.api.store.Store;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * Where the engine runs.
 *
 * @param clock wall clock, in the zone of the shop
 * @param millis a clock that never goes back
 * @param app version of the program
 */
record Setting(Store store, Handlers handlers, Clock clock, LongSupplier millis, String app) {}
