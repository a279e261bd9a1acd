/** What follows on this lane when an event of another one was applied: caches, the session, open screens. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.core.applied;
