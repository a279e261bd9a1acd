package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.OutboxRepository.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code outbox}: the translation between the plan's column names and {@link Message} is here and nowhere else. */
public interface OutboxMapper {
    /** The columns that {@link #event} reads. */
    String EVENT =
            """
            SELECT position, id, type, payload, status, createdAt, origin, epoch, seq, txg, agg, hlc, actor, schema, hash, bytes
            """;

    @Insert(
            """
            INSERT INTO outbox (position, id, type, payload, status, retries, createdAt, origin, epoch, seq, txg, agg, hlc,
                                actor, schema, hash, bytes)
            VALUES (#{position}, #{id}, #{type}, #{payload}, 'pending', 0, #{createdAt}, #{origin}, #{epoch}, #{seq}, #{txg},
                    #{agg}, #{hlc}, #{actor}, #{schema}, #{hash}, #{bytes})
            """)
    void insert(Event event);

    @Select("SELECT COUNT(*) FROM outbox WHERE status = #{status}")
    long count(@Param("status") String status);

    @Select(
            EVENT
                    + """
            FROM outbox
            WHERE origin = #{origin} AND epoch = #{epoch} AND seq > #{seq}
            ORDER BY seq
            LIMIT #{limit}
            """)
    List<Logged> after(
            @Param("origin") String origin,
            @Param("epoch") String epoch,
            @Param("seq") long seq,
            @Param("limit") int limit);

    @Select(
            EVENT
                    + """
            FROM outbox
            WHERE position > #{position}
            ORDER BY position
            LIMIT #{limit}
            """)
    List<Logged> afterPosition(@Param("position") long position, @Param("limit") int limit);

    @Select(EVENT + """
            FROM outbox
            ORDER BY position DESC
            LIMIT 1
            """)
    @Nullable
    Logged last();

    /** A row of the log; {@code bytes} is the size of the payload. */
    record Event(
            long position,
            String id,
            String type,
            String payload,
            Instant createdAt,
            String origin,
            String epoch,
            long seq,
            long txg,
            String agg,
            String hlc,
            String actor,
            int schema,
            String hash,
            int bytes) {
        /** The same with its link of the chain. */
        public Event withHash(String newHash) {
            return new Event(
                    position, id, type, payload, createdAt, origin, epoch, seq, txg, agg, hlc, actor, schema, newHash,
                    bytes);
        }

        /** What happened, in the words of the contract. */
        public Message message() {
            return new Message(id, type, agg, payload, actor, createdAt);
        }
    }

    /** A row as read: MyBatis would take a type with a row handler for a single value when it is a parameter. */
    record Logged(Event event, String status) {}

    /** Reads {@link #EVENT}. */
    static Logged event(ResultSet row) throws SQLException {
        Event event = new Event(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                row.getLong(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getInt(14),
                row.getString(15),
                row.getInt(16));
        return new Logged(event, row.getString(5));
    }
}
