/** Stock: the messages that move it, on every lane, and what to do when there is less than nothing of something. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.inventory;
