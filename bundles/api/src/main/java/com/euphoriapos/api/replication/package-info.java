/** The seams of the replication between lanes: transports below the engine, topic handlers above it, pairing beside it. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.api.replication;
