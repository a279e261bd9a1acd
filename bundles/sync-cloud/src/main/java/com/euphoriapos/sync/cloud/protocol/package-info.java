/** What a lane says to its cloud and when, as a pure state machine: inputs and a clock in, effects out. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.cloud.protocol;
