package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.printer.escpos.encoder.Commands.DrawerPin;

/**
 * The drawer on the printer's connector.
 *
 * @param pin the connector pin that opens it
 * @param pulseMillis the length of the pulse
 * @param statusInverted whether its switch gives a low level when it stands open
 */
record DrawerSettings(DrawerPin pin, int pulseMillis, boolean statusInverted) {}
