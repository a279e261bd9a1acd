/** Drives the protocol on a lane: threads, store, links, and what people are told of it. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.engine;
