/**
 * Turns receipts into ESC/POS bytes. Pure: nothing here does input or output, keeps state between calls or knows OSGi, so every
 * byte can be judged by a decoder in a test. Any thread may call it; writers belong to one thread.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.printer.escpos.encoder;
