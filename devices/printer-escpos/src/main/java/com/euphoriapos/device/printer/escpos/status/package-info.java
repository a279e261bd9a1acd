/** Reads what ESC/POS printers say about themselves. Pure: bytes in, conditions out. A parser belongs to one thread. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.printer.escpos.status;
