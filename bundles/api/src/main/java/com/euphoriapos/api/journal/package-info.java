/** The append-only record of what people did, as managers search and verify it. Implemented by the core. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.api.journal;
