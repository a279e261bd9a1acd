/** Fakes, clocks and contract tests; not shipped. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.testkit;
