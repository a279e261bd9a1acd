/** Watches the event thread: a stall a cashier could feel is counted, with the stack that caused it. */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.ui.kit.watch;
