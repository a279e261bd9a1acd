/** The store of benchmarks. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.store.sqlite;
