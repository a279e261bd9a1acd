/**
 * The protocol between lanes as a pure state machine: {@link Replica#step} takes what happened and answers what is to be done. No
 * clock, thread, socket or database in here; they are shells around it, so a simulation runs the very code that is shipped.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.protocol;
