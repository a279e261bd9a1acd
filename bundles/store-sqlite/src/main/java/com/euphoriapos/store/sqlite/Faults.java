package com.euphoriapos.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a test makes the disk fail. Called on the writer thread. */
interface Faults {
    /** Nothing goes wrong but what really goes wrong. */
    Faults NONE = new Faults() {};

    /** The writer connection was opened (again). */
    default void opened(Connection writer) throws SQLException {}

    /** The work is done and COMMIT is next; an exception stands for COMMIT failing. */
    default void beforeCommit(Connection writer) throws SQLException {}
}
