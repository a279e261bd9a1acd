package com.euphoriapos.store.sqlite.mapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code pos_config}. */
public interface ConfigMapper {
    @Select("SELECT value FROM pos_config WHERE key = #{key}")
    @Nullable
    String get(@Param("key") String key);

    @Select("SELECT key, value FROM pos_config ORDER BY key")
    List<Pair> all();

    @Insert(
            """
            INSERT INTO pos_config (key, value, updatedAt)
            VALUES (#{key}, #{value}, #{at})
            ON CONFLICT (key) DO UPDATE SET value = excluded.value, updatedAt = excluded.updatedAt
            """)
    void put(@Param("key") String key, @Param("value") String value, @Param("at") Instant updatedAt);

    /** A key and its value. */
    record Pair(String key, String value) {}

    /** Reads a key and its value. */
    static Pair pair(ResultSet row) throws SQLException {
        return new Pair(row.getString(1), row.getString(2));
    }
}
