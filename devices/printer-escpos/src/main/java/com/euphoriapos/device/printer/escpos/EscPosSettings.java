package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.printer.escpos.encoder.CodePage;
import com.euphoriapos.device.printer.escpos.encoder.PrinterProfile;
import java.util.Optional;

/**
 * What one printer needs to know; all of it was checked.
 *
 * @param address the link, such as {@code tcp:192.168.1.50:9100}
 * @param profile what the printer can do
 * @param page the code page that it prints in
 * @param drawer the drawer on its connector, if there is one
 * @param timing how long to wait
 */
record EscPosSettings(
        String address, PrinterProfile profile, CodePage page, Optional<DrawerSettings> drawer, Timing timing) {

    /** The address without its options: who shares the wire shares the device, however it is set. */
    String resource() {
        int question = address.indexOf('?');
        return question < 0 ? address : address.substring(0, question);
    }
}
