/** Where the window stands. */
@NullMarked
package com.euphoriapos.device.simulator.swing;

import org.jspecify.annotations.NullMarked;
