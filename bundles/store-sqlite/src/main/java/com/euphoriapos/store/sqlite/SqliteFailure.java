package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreException.Reason;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says in the words of the contract what SQLite said. */
final class SqliteFailure {
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int NOTADB = 26;

    private SqliteFailure() {}

    /** The failure as a {@link StoreException}; MyBatis and Flyway wrap the driver's exception, so its cause decides. */
    static StoreException of(String what, Throwable failure) {
        if (failure instanceof StoreException already) {
            return already;
        }
        SQLException sql = sqlException(failure);
        if (sql == null) {
            return new StoreException(Reason.OTHER, what + ": " + failure.getMessage(), failure);
        }
        return new StoreException(reason(sql.getErrorCode() & 0xff), what + ": " + sql.getMessage(), failure);
    }

    private static Reason reason(int code) {
        return switch (code) {
            case FULL -> Reason.DISK_FULL;
            case CONSTRAINT -> Reason.CONSTRAINT;
            case IOERR, CORRUPT, CANTOPEN, NOTADB, READONLY -> Reason.IO_ERROR;
            default -> Reason.OTHER;
        };
    }

    private static @Nullable SQLException sqlException(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
