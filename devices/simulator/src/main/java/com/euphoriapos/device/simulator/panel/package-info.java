/** What the panel shows and does, without a display. Everything but loading runs on the event thread. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.simulator.panel;
