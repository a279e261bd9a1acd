/** Approval on the spot: who asked for what, who allowed it, and that it is used once. Thread-safe. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.approval;
