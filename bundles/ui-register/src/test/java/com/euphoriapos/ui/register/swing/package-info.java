/** Shows the screens over a lane in memory, for looking at them and for pictures. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.register.swing;
