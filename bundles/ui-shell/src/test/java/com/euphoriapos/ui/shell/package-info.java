/** Tests of the shell without a display, and the lane that they play on. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.shell;
