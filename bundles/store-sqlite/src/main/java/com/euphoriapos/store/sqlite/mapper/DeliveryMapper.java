package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.ReplicationRepository.Delivery;
import com.euphoriapos.api.sync.StreamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** {@code delivery}, and the statuses in {@code outbox} that follow from it. */
public interface DeliveryMapper {
    /** The columns that {@link #delivery} reads. */
    String DELIVERY =
            """
            SELECT d.target, d.origin, d.epoch, d.sent_seq, d.acked_seq, d.retries, d.last_ack_at, d.last_error
            FROM delivery d
            """;

    /** The word for a message by where it stands; must say what {@code StatusMarks} says. */
    String STATUS =
            """
            CASE
              WHEN seq > #{m.trouble} THEN 'error'
              WHEN seq <= #{m.cloud} THEN 'cloud_ack'
              WHEN seq <= #{m.peers} THEN 'peer_ack'
              WHEN seq <= #{m.offered} THEN 'sent'
              ELSE 'pending'
            END
            """;

    @Select("SELECT target, sent_seq, acked_seq, since_seq, retries FROM delivery"
            + " WHERE origin = #{s.origin} AND epoch = #{s.epoch}")
    List<Standing> ofStream(@Param("s") StreamId stream);

    /** The target is one from now on: it is not waited for with what was said before. */
    @Insert(
            """
            INSERT INTO delivery (target, origin, epoch, since_seq)
            SELECT #{target}, origin, epoch, applied_seq FROM stream WHERE own = 1 AND applied_seq > purged_seq
            ON CONFLICT (target, origin, epoch) DO UPDATE SET since_seq = excluded.since_seq
            """)
    void join(@Param("target") String target);

    @Select(DELIVERY
            + "JOIN stream s ON s.origin = d.origin AND s.epoch = d.epoch AND s.own = 1 ORDER BY d.target, d.epoch")
    List<Delivery> ofOwn();

    @Select(DELIVERY + "WHERE d.target = #{target}")
    List<Delivery> ofTarget(@Param("target") String target);

    @Select("SELECT EXISTS (SELECT 1 FROM delivery WHERE target = #{target})")
    boolean isKnown(@Param("target") String target);

    @Select("SELECT COALESCE(MAX(retries), 0) FROM delivery WHERE target = #{target}")
    int retries(@Param("target") String target);

    @Select("SELECT last_error FROM delivery WHERE target = #{target} ORDER BY retries DESC LIMIT 1")
    @Nullable
    String lastError(@Param("target") String target);

    /** What is offered never falls. */
    @Insert(
            """
            INSERT INTO delivery (target, origin, epoch, sent_seq, retries, last_error)
            VALUES (#{target}, #{s.origin}, #{s.epoch}, #{seq},
                    COALESCE((SELECT MAX(retries) FROM delivery WHERE target = #{target}), 0),
                    COALESCE((SELECT last_error FROM delivery WHERE target = #{target} ORDER BY retries DESC LIMIT 1), ''))
            ON CONFLICT (target, origin, epoch) DO UPDATE SET sent_seq = MAX(sent_seq, excluded.sent_seq)
            """)
    void sent(@Param("target") String target, @Param("s") StreamId stream, @Param("seq") long seq);

    /** After {@link #sent} to the same place. */
    @Update(
            """
            UPDATE delivery SET acked_seq = #{seq}, last_ack_at = #{at}
            WHERE target = #{target} AND origin = #{s.origin} AND epoch = #{s.epoch} AND acked_seq < #{seq}
            """)
    int acknowledged(
            @Param("target") String target,
            @Param("s") StreamId stream,
            @Param("seq") long seq,
            @Param("at") Instant at);

    /** As {@link #acknowledged}, but may fall. */
    @Update(
            """
            UPDATE delivery SET acked_seq = #{seq}, last_ack_at = #{at}
            WHERE target = #{target} AND origin = #{s.origin} AND epoch = #{s.epoch}
            """)
    void reset(
            @Param("target") String target,
            @Param("s") StreamId stream,
            @Param("seq") long seq,
            @Param("at") Instant at);

    /** What was known of a target about the streams of others. */
    @Delete(
            """
            DELETE FROM delivery
            WHERE target = #{target} AND origin <> #{me}
              AND NOT EXISTS (SELECT 1 FROM stream s
                              WHERE s.origin = delivery.origin AND s.epoch = delivery.epoch AND s.own = 1)
            """)
    void forgetOthers(@Param("target") String target, @Param("me") String me);

    /** So that each of this lane's streams has a row that tells of trouble, also the present one before its first event. */
    @Insert(
            """
            INSERT INTO delivery (target, origin, epoch)
            SELECT #{target}, origin, epoch FROM stream WHERE own = 1 AND applied_seq > purged_seq
            UNION
            SELECT #{target}, #{s.origin}, #{s.epoch}
            ON CONFLICT DO NOTHING
            """)
    void cover(@Param("target") String target, @Param("s") StreamId present);

    /** A new stream of this lane: what troubles a target troubles it there, too. */
    @Insert(
            """
            INSERT INTO delivery (target, origin, epoch, retries, last_error)
            SELECT target, #{s.origin}, #{s.epoch}, MAX(retries), last_error
            FROM delivery
            GROUP BY target
            HAVING MAX(retries) > 0
            ON CONFLICT DO NOTHING
            """)
    void begin(@Param("s") StreamId stream);

    @Update("UPDATE delivery SET retries = #{retries}, last_error = #{error} WHERE target = #{target}")
    void trouble(@Param("target") String target, @Param("retries") int retries, @Param("error") String error);

    @Delete("DELETE FROM delivery WHERE origin = #{s.origin} AND epoch = #{s.epoch}")
    void forget(@Param("s") StreamId stream);

    @Select(
            """
            SELECT COALESCE(SUM(s.applied_seq - MAX(s.purged_seq, MIN(s.applied_seq, COALESCE(d.acked_seq, 0)))), 0)
            FROM stream s
            LEFT JOIN delivery d ON d.target = #{target} AND d.origin = s.origin AND d.epoch = s.epoch
            WHERE s.own = 1
            """)
    long backlog(@Param("target") String target);

    @Update("UPDATE outbox SET status = " + STATUS
            + "WHERE origin = #{s.origin} AND epoch = #{s.epoch} AND seq > #{from} AND seq <= #{to}")
    void restate(@Param("s") StreamId stream, @Param("m") Marks marks, @Param("from") long from, @Param("to") long to);

    /**
     * How far a target is with a stream.
     *
     * @param since where the stream was when the target became one
     */
    record Standing(String target, long sent, long acked, long since, int retries) {
        /** Up to there nothing is waited for. */
        public long settled() {
            return Math.max(acked, since);
        }
    }

    /** Reads what {@link #ofStream} selects. */
    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getInt(5));
    }

    /**
     * Watermarks of a stream.
     *
     * @param cloud all active lanes and the cloud have everything up to there
     * @param peers all active lanes have everything up to there that was said since they are lanes
     * @param offered some target was offered everything up to there
     * @param trouble some target that can't be reached lacks what is after that
     */
    record Marks(long cloud, long peers, long offered, long trouble) {}

    /** Reads {@link #DELIVERY}. */
    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString(1),
                new StreamId(row.getString(2), row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                row.getInt(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getString(8));
    }
}
