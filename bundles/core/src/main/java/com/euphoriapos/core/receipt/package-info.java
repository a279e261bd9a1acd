/** Receipts: their layout, the durable print queue with its own thread, and the drawer that cash sales open. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.receipt;
