/** JavaPOS in OSGi: service manager, service bases and adapters. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.device.javapos;
