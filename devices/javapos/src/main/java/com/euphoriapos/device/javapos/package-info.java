/**
 * What a driver author extends and implements to offer a device the JavaPOS way: service bases that carry the common model of
 * UnifiedPOS 1.14, and the small ports behind which the hardware sits. Nothing here needs OSGi, so a driver built on it also
 * runs from a flat class path with a jpos.xml.
 */
@org.jspecify.annotations.NullMarked
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.euphoriapos.device.javapos;
