/** The data core on SQLite. */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.store.sqlite;
