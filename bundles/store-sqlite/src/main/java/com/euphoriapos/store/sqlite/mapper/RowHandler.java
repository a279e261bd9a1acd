package com.euphoriapos.store.sqlite.mapper;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole row by the position of its columns. Problem: MyBatis' own mapping asks the driver for each column's name and type
 * and calls constructors by reflection, on every query; a barcode look-up spent more there than in SQLite. Solution: MyBatis takes
 * a type with a registered handler as one value; ours reads all columns. The price: a reader names positions, so each one stands
 * beside the column list it reads, and a mapper method whose only parameter has such a type would bind the whole as one value.
 *
 * @param <T> what a row becomes
 */
public final class RowHandler<T> implements TypeHandler<T> {
    /** Makes a value of the present row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Reader<T> reader;

    public RowHandler(Reader<T> reader) {
        this.reader = reader;
    }

    @Override
    public T getResult(ResultSet row, @Nullable String columnName) throws SQLException {
        return reader.read(row);
    }

    @Override
    public T getResult(ResultSet row, int columnIndex) throws SQLException {
        return reader.read(row);
    }

    @Override
    public T getResult(CallableStatement statement, int columnIndex) {
        throw new UnsupportedOperationException("SQLite has no procedures");
    }

    @Override
    public void setParameter(PreparedStatement statement, int index, T value, @Nullable JdbcType type) {
        throw new UnsupportedOperationException("a row is no parameter");
    }
}
