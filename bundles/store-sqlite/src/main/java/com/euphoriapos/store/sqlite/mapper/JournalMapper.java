package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.JournalRepository.Entry;
import com.euphoriapos.api.store.JournalRepository.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code journal}. */
public interface JournalMapper {
    /** The columns that {@link #row} reads. */
    String ROW = "SELECT at, kind, actor, subject, detail, number, hash\n";

    /** What a search asks besides kind and time. */
    String FITTING =
            """
              AND (#{actors} = '[]' OR actor IN (SELECT value FROM json_each(#{actors})))
              AND (#{text} = '' OR instr(lower(kind || ' ' || actor || ' ' || subject || ' ' || detail), #{text}) > 0)
            ORDER BY number DESC
            LIMIT #{limit}
            """;

    /** The columns that {@link #seal(ResultSet)} reads. */
    String SEAL = "SELECT s.number, s.hash, s.at, s.key_id, s.seal\n";

    @Insert(
            """
            INSERT INTO journal (number, at, kind, actor, subject, detail, hash)
            VALUES (#{number}, #{entry.at}, #{entry.kind}, #{entry.actor}, #{entry.subject}, #{entry.detail},
                    #{hash})
            """)
    void insert(@Param("number") long number, @Param("entry") Entry entry, @Param("hash") String hash);

    @Select(ROW
            + """
            FROM journal
            ORDER BY number DESC
            LIMIT #{limit}
            """)
    List<Row> latest(@Param("limit") int limit);

    @Select(
            ROW
                    + """
            FROM journal
            WHERE number > #{after}
            ORDER BY number
            LIMIT #{limit}
            """)
    List<Row> after(@Param("after") long after, @Param("limit") int limit);

    @Select(ROW + """
            FROM journal
            ORDER BY number DESC
            LIMIT 1
            """)
    @Nullable
    Row last();

    /** From the newest back; the plus keeps the planner from sorting all of it by the index of the times. */
    @Select(ROW
            + """
            FROM journal
            WHERE number < #{before} AND +at >= #{from} AND +at < #{to}
            """
            + FITTING)
    List<Row> find(Criteria criteria);

    /** As {@link #find}, by the index of the times: for some days of many. */
    @Select(ROW
            + """
            FROM journal
            WHERE number < #{before} AND at >= #{from} AND at < #{to}
            """
            + FITTING)
    List<Row> findSince(Criteria criteria);

    /** As {@link #find}, by the index of the kinds. */
    @Select(ROW
            + """
            FROM journal
            WHERE kind = #{kind} AND number < #{before} AND +at >= #{from} AND +at < #{to}
            """
            + FITTING)
    List<Row> findOfKind(Criteria criteria);

    @Select(
            ROW
                    + """
            FROM journal
            WHERE kind = #{kind}
            ORDER BY number DESC
            LIMIT 1
            """)
    @Nullable
    Row lastOfKind(@Param("kind") String kind);

    @Select(SEAL + """
            FROM journal_seals s
            ORDER BY s.number
            """)
    List<Seal> seals();

    @Select(
            SEAL
                    + """
            FROM journal_seals s
            LEFT JOIN journal j ON j.number = s.number
            WHERE j.hash IS NOT s.hash
            ORDER BY s.number
            """)
    List<Seal> unfitSeals();

    @Insert(
            """
            INSERT OR REPLACE INTO journal_seals (number, hash, at, key_id, seal)
            VALUES (#{number}, #{hash}, #{at}, #{keyId}, #{code})
            """)
    void seal(
            @Param("number") long number,
            @Param("hash") String hash,
            @Param("at") Instant at,
            @Param("keyId") String keyId,
            @Param("code") String code);

    @Delete("DELETE FROM journal_seals WHERE number = #{number}")
    void forgetSeal(@Param("number") long number);

    /** A search as the statement wants it: the actors as a JSON array, the text in small letters, empty means all. */
    record Criteria(long before, long from, long to, String kind, String actors, String text, int limit) {}

    /** Steps from kind to kind in their index; a DISTINCT would read all of it. */
    @Select(
            """
            WITH RECURSIVE k (kind) AS (
              SELECT MIN(kind) FROM journal
              UNION ALL
              SELECT (SELECT MIN(kind) FROM journal WHERE kind > k.kind) FROM k WHERE k.kind IS NOT NULL
            )
            SELECT kind FROM k WHERE kind IS NOT NULL
            """)
    List<String> kinds();

    @Select(ROW + """
            FROM journal
            WHERE number = #{number}
            """)
    @Nullable
    Row byNumber(@Param("number") long number);

    /** Reads {@link #SEAL}. */
    static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                row.getString(5));
    }

    /** A numbered entry with its link of the chain. */
    record Row(long number, Entry entry, String hash) {}

    /** Reads {@link #ROW}. */
    static Row row(ResultSet row) throws SQLException {
        Entry entry = new Entry(
                Instant.ofEpochMilli(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
        return new Row(row.getLong(6), entry, row.getString(7));
    }
}
