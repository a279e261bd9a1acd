/** The use cases of the lane. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core;
