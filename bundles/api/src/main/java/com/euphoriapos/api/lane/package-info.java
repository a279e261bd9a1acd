/** The store's lanes: who takes part, who is let in, what managers look at. Use cases, implemented by the core. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.api.lane;
