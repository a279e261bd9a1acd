/** Opens the real store for tests. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.store.sqlite;
