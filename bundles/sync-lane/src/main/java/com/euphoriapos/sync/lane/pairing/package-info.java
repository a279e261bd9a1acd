/** The arithmetic of pairing: the one-time code, the proofs of knowing it, and what the two lanes send each other. No network here. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.lane.pairing;
