package com.euphoriapos.device.javapos;

import jpos.JposException;

/** A cash drawer behind its connection. */
public interface DrawerPort extends DevicePort<DrawerPort.Status> {
    /**
     * What the drawer's connection tells.
     *
     * @param power whether it can be reached
     * @param opened whether it stands open; false where {@link DrawerPort#reportsOpened()} is false
     */
    record Status(PowerStatus power, boolean opened) {}

    /** Whether the wiring tells if the drawer stands open. */
    boolean reportsOpened();

    /** Sends the opening pulse; blocks at most three seconds. */
    void pulse() throws JposException;
}
