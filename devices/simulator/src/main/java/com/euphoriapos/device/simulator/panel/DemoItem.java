package com.euphoriapos.device.simulator.panel;

/**
 * A thing on the counter that a click holds before the scanner.
 *
 * @param name on its button
 * @param detail below the name: a price, or what is special
 * @param code as the scanner sends it
 */
public record DemoItem(String name, String detail, String code) {}
