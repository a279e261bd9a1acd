/**
 * JavaPOS inside OSGi: drivers register their factories as services, and each becomes an entry that any JavaPOS control can
 * open, through a proxy that is taken back when the driver goes. Calls come from the component runtime and from controls.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.javapos.osgi;
