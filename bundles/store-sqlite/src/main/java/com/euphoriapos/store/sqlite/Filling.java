package com.euphoriapos.store.sqlite;

import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Gives a statement its values one after the other, for rows of which a lane that catches up writes a hundred thousand. */
final class Filling {
    private final PreparedStatement statement;
    private int filled;

    Filling(PreparedStatement statement) {
        this.statement = statement;
    }

    Filling text(String value) throws SQLException {
        statement.setString(++filled, value);
        return this;
    }

    Filling number(long value) throws SQLException {
        statement.setLong(++filled, value);
        return this;
    }

    Filling flag(boolean value) throws SQLException {
        return number(value ? 1 : 0);
    }

    Filling money(Money value) throws SQLException {
        return number(value.cents());
    }

    Filling quantity(Quantity value) throws SQLException {
        return number(value.thousandths());
    }

    Filling moment(Instant value) throws SQLException {
        return number(value.toEpochMilli());
    }

    /** Returns how many rows it changed. */
    int run() throws SQLException {
        return statement.executeUpdate();
    }
}
