/** Serial barcode scanner as a JavaPOS service. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.scanner.serial;
