package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.OutboxRepository.Stamp;
import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code outbox}: the translation between the plan's column names and {@link Event} is here and in {@code StreamLog}. */
public interface OutboxMapper {
    /** The columns that {@link #event} reads. */
    String EVENT =
            """
            SELECT position, id, type, payload, status, createdAt, origin, epoch, seq, txg, agg, hlc, actor, schema, hash
            """;

    @Insert(
            """
            INSERT INTO outbox (position, id, type, payload, status, retries, createdAt, origin, epoch, seq, txg, agg, hlc,
                                actor, schema, hash, bytes)
            VALUES (#{place.position}, #{e.id}, #{e.topic}, #{e.payload}, #{status}, 0, #{e.ts}, #{e.stream.origin},
                    #{e.stream.epoch}, #{e.seq}, #{e.txg}, #{e.aggregate}, #{e.hlc}, #{e.actor}, #{e.schema}, #{e.hash},
                    #{place.bytes})
            """)
    void insert(@Param("place") Place place, @Param("e") Event event, @Param("status") String status);

    @Select("SELECT hlc, origin FROM outbox WHERE id = #{id}")
    @Nullable
    Stamp stamp(@Param("id") String id);

    /** Reads what {@link #stamp} selects. */
    static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(row.getString(1), row.getString(2));
    }

    @Select("SELECT COUNT(*) FROM outbox")
    long countAll();

    @Select(
            EVENT
                    + """
            FROM outbox
            WHERE origin = #{s.origin} AND epoch = #{s.epoch} AND seq > #{seq}
            ORDER BY seq
            LIMIT #{limit}
            """)
    List<Logged> after(@Param("s") StreamId stream, @Param("seq") long seq, @Param("limit") int limit);

    @Select("SELECT COALESCE(MAX(position), 0) FROM outbox")
    long lastPosition();

    /** The latest time among the newest messages: those that this lane got back stand at the end, too. */
    @Select("SELECT MAX(hlc) FROM (SELECT hlc FROM outbox ORDER BY position DESC LIMIT 200) AS f")
    @Nullable
    String lastTime();

    @Select("SELECT MAX(txg) FROM (SELECT txg FROM outbox ORDER BY position DESC LIMIT 200) AS f")
    @Nullable
    Long lastGroup();

    /**
     * Where a message stands on this lane.
     *
     * @param position orders them as they were written here
     * @param bytes size of the payload
     */
    record Place(long position, int bytes) {}

    /** A row as read: MyBatis would take a type with a row handler for a single value when it is a parameter. */
    record Logged(long position, Event event, String status) {}

    /** Reads {@link #EVENT}. */
    static Logged event(ResultSet row) throws SQLException {
        Event event = new Event(
                row.getString(2),
                row.getString(3),
                new StreamId(row.getString(7), row.getString(8)),
                row.getLong(9),
                row.getLong(10),
                row.getString(11),
                row.getString(12),
                row.getLong(6),
                row.getString(13),
                row.getInt(14),
                row.getString(4),
                row.getString(15));
        return new Logged(row.getLong(1), event, row.getString(5));
    }
}
