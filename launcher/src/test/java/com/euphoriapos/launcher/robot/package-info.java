/** A bundle that sells by itself: what a robot cashier of a container or process test runs. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.launcher.robot;
