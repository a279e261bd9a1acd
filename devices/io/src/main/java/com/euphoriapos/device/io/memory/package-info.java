/** A link whose other end is code: for simulators and for the tests of drivers. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.device.io.memory;
