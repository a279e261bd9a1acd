/** Engines beside each other, on real stores. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.engine;
