/** Simulated devices with a panel, and a robot cashier. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.simulator;
