/** A pair of serial ports without hardware, made by socat. Tests are skipped where it is not installed. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.testkit.serial;
