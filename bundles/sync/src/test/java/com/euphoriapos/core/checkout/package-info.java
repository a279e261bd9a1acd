/** Sales as the shipped checkout writes them, for the simulation. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.checkout;
