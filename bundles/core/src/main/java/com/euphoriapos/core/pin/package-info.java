/** PINs: the keyed look-up, the hash, the policy and what a hash costs here. Used by sign-in and set-up. Thread-safe, slow. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.pin;
