/** Measures the lane against its targets; {@code launcher/bench} runs it. Not shipped. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.bench;
