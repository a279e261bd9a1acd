/** The lanes of the store: who gets in, who goes, how they stand, what their merging put up for review. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.lane;
