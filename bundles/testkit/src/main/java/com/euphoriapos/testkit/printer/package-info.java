/**
 * A receipt printer for tests and demonstrations: it understands ESC/POS strictly, answers as the hardware does, and fails on
 * command. It shares no code with the driver, so that the two judge each other.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.testkit.printer;
