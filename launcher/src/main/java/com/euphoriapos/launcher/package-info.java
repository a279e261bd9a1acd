/** Starts the lane: finds its home, makes sure that it runs once, starts logging and the container, waits, and exits. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.launcher;
