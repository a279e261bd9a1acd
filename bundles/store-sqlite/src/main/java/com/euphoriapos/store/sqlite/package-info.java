/**
 * The data core on SQLite: implements {@link com.euphoriapos.api.store.Store}. One connection writes, on the thread {@code
 * store-writer}; a few others only read, on the threads of whoever asks. Flyway makes the schema, MyBatis runs the statements;
 * both are embedded in this bundle, which exports nothing.
 */
@org.jspecify.annotations.NullMarked
package com.euphoriapos.store.sqlite;
