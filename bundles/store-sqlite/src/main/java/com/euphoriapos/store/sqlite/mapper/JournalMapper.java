package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.JournalRepository.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code journal}. */
public interface JournalMapper {
    /** The columns that {@link #row} reads. */
    String ROW = "SELECT at, kind, actor, subject, detail, number, hash\n";

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

    @Select(
            ROW
                    + """
            FROM journal
            WHERE number < #{before} AND at >= #{from} AND at < #{to}
              AND (#{kind} = '' OR kind = #{kind})
              AND (#{actors} = '[]' OR actor IN (SELECT value FROM json_each(#{actors})))
              AND (#{text} = '' OR instr(lower(kind || ' ' || actor || ' ' || subject || ' ' || detail), #{text}) > 0)
            ORDER BY number DESC
            LIMIT #{limit}
            """)
    List<Row> find(Criteria criteria);

    /** A search as the statement wants it: the actors as a JSON array, the text in small letters, empty means all. */
    record Criteria(long before, long from, long to, String kind, String actors, String text, int limit) {}

    @Select("SELECT DISTINCT kind FROM journal ORDER BY kind")
    List<String> kinds();

    @Select(ROW + """
            FROM journal
            WHERE number = #{number}
            """)
    @Nullable
    Row byNumber(@Param("number") long number);

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
