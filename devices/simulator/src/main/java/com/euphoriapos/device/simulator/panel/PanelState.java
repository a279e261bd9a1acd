package com.euphoriapos.device.simulator.panel;

import com.euphoriapos.device.simulator.PrinterSwitch;
import java.util.Set;

/**
 * What the panel shows of the devices.
 *
 * @param plugged whether the scanner is
 * @param scannerWords its state in a few words
 * @param switches of the printer that are on
 * @param printerWords its state in a few words
 * @param drawerOpen whether the drawer stands open
 * @param summary all in a few words, for the folded panel
 */
public record PanelState(
        boolean plugged,
        String scannerWords,
        Set<PrinterSwitch> switches,
        String printerWords,
        boolean drawerOpen,
        String summary) {
    public PanelState {
        switches = Set.copyOf(switches);
    }
}
