/**
 * A scanner, a receipt printer and a cash drawer in software. They behave as their real sisters do, badly too, and register under
 * the same contract; what a person does to a real device with the hands is a method here, which the panel calls.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.simulator;
