/** Which devices this lane has, which it once had, and what the lane bar says of them. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.device;
