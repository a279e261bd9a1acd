/**
 * Byte links to devices: serial ports, TCP and device files behind one small interface, a loop that keeps a link up, a framer
 * for scanners and a capture of what went over the wire. Links are used by one reading and one writing thread; everything else
 * here says so where it is thread-safe. Nothing in here needs OSGi.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.device.io;
