/** The protocol under every fault that a seed can think of. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.protocol;
