/** The data core: one writer, readers, and repositories that a unit of work uses. Implemented by the store bundle. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.api.store;
