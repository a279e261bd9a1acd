/** Tests of the frames' form. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.wire;
