/** What managers have to look at: that somebody did is told to all lanes. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.review;
