/** The protocol's frames as JSON: written field by field, read with limits, strictly. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.wire;
