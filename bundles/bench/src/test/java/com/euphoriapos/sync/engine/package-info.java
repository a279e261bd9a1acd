/** Reaches inside the bundle for benchmarks and for lanes without a container. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.sync.engine;
