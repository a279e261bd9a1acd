package com.euphoriapos.api.store;

/**
 * Facts about the open database, read back from it.
 *
 * @param file where it is
 * @param bytes size of the database and its write-ahead log
 * @param engineVersion SQLite's version
 * @param schemaVersion number of the last migration
 * @param journalMode as read back, {@code wal}
 * @param synchronous as read back, 2 is FULL
 * @param epoch this opening's epoch of the event log
 * @param freeDiskBytes room left on the disk
 */
public record StoreFacts(
        String file,
        long bytes,
        String engineVersion,
        int schemaVersion,
        String journalMode,
        int synchronous,
        String epoch,
        long freeDiskBytes) {}
