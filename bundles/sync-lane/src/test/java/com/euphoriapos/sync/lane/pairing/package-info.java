/** Tests of the arithmetic of pairing. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.lane.pairing;
