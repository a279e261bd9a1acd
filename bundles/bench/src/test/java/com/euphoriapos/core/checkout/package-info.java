/** The checkout of benchmarks. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.checkout;
