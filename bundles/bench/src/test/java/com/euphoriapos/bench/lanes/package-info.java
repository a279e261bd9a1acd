/** Lanes without a container: the shipped store, engine, transport and handlers, in this process or in one of their own. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.bench.lanes;
