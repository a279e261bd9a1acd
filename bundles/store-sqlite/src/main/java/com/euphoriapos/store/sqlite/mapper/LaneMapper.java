package com.euphoriapos.store.sqlite.mapper;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code lane_local} and {@code open_transaction}. */
public interface LaneMapper {
    @Select("SELECT value FROM lane_local WHERE key = #{key}")
    @Nullable
    String get(@Param("key") String key);

    @Insert(
            """
            INSERT INTO lane_local (key, value)
            VALUES (#{key}, #{value})
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """)
    void put(@Param("key") String key, @Param("value") String value);

    @Delete("DELETE FROM lane_local WHERE key = #{key}")
    void remove(@Param("key") String key);

    @Select("SELECT body FROM open_transaction WHERE slot = 1")
    @Nullable
    String openTransaction();

    @Insert(
            """
            INSERT INTO open_transaction (slot, transaction_id, body, saved_at)
            VALUES (1, #{id}, #{body}, #{at})
            ON CONFLICT (slot) DO UPDATE SET
              transaction_id = excluded.transaction_id, body = excluded.body, saved_at = excluded.saved_at
            """)
    void saveOpenTransaction(@Param("id") String transactionId, @Param("body") String body, @Param("at") Instant at);

    @Delete("DELETE FROM open_transaction")
    void clearOpenTransaction();
}
