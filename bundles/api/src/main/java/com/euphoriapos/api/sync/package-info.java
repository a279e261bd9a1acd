/** What lanes exchange: events in gapless, hash-chained streams. Values only; the engine and the store meet in them. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.api.sync;
