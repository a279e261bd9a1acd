/** The window "Demo devices"; event thread only. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.simulator.swing;
