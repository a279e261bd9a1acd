/**
 * A serial barcode scanner, or one on USB that shows itself as a serial port, as a JavaPOS service. Each configuration is one
 * scanner. The service and its factory need no OSGi; only the component does.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.scanner.serial;
