/** A program that shows the shell on a played lane, to look at it. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.ui.shell.swing;
