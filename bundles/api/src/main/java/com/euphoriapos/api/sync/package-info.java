/** What lanes exchange: events in gapless, hash-chained streams. Values only, in which the engine, the store and the use cases meet. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.api.sync;
