/** ESC/POS receipt printer and cash drawer as JavaPOS services. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.printer.escpos;
