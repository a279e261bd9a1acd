/** The journal's verification for benchmarks. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.journal;
