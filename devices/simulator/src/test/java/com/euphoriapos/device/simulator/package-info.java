/** Tests. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.device.simulator;
