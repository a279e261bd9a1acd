package com.euphoriapos.store.sqlite.mapper;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a value in one INTEGER column: money as cents, quantities as thousandths, instants as epoch milliseconds.
 *
 * @param <T> the value
 */
public final class ValueHandler<T> implements TypeHandler<T> {
    private final ToLongFunction<T> toColumn;
    private final LongFunction<T> fromColumn;

    public ValueHandler(ToLongFunction<T> toColumn, LongFunction<T> fromColumn) {
        this.toColumn = toColumn;
        this.fromColumn = fromColumn;
    }

    @Override
    public void setParameter(PreparedStatement statement, int index, T value, @Nullable JdbcType type)
            throws SQLException {
        statement.setLong(index, toColumn.applyAsLong(value));
    }

    @Override
    public T getResult(ResultSet row, String columnName) throws SQLException {
        return fromColumn.apply(row.getLong(columnName));
    }

    @Override
    public T getResult(ResultSet row, int columnIndex) throws SQLException {
        return fromColumn.apply(row.getLong(columnIndex));
    }

    @Override
    public T getResult(CallableStatement statement, int columnIndex) {
        throw new UnsupportedOperationException("SQLite has no procedures");
    }
}
