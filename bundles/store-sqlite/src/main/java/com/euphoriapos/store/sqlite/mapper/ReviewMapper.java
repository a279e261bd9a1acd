package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.ReviewRepository.Review;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** {@code reviews}. */
public interface ReviewMapper {
    @Insert(
            """
            INSERT INTO reviews (id, kind, subject, detail, at, resolved)
            VALUES (#{r.id}, #{r.kind}, #{r.subject}, #{r.detail}, #{at}, 0)
            ON CONFLICT (id) DO NOTHING
            """)
    int raise(@Param("r") Review review, @Param("at") Instant at);

    @Insert(
            """
            INSERT INTO reviews (id, kind, subject, detail, at, resolved, resolved_by, resolved_at)
            VALUES (#{id}, '', '', '{}', #{at}, 1, #{by}, #{at})
            ON CONFLICT (id) DO UPDATE SET
              resolved = 1, resolved_by = excluded.resolved_by, resolved_at = excluded.resolved_at
            WHERE resolved = 0
            """)
    int resolve(@Param("id") String id, @Param("by") String by, @Param("at") Instant at);

    @Select(
            """
            SELECT id, kind, subject, detail, at
            FROM reviews
            WHERE resolved = 0
            ORDER BY at DESC, id
            LIMIT #{limit}
            """)
    List<Review> open(@Param("limit") int limit);

    @Select("SELECT id, kind, subject, detail, at FROM reviews WHERE resolved = 0 AND subject = #{subject} ORDER BY id")
    List<Review> openAbout(@Param("subject") String subject);

    @Delete("DELETE FROM reviews WHERE id = #{id} AND resolved = 0")
    void withdraw(@Param("id") String id);

    @Select("SELECT COUNT(*) FROM reviews WHERE resolved = 0")
    long openCount();

    /** Reads what {@link #open} selects. */
    static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }
}
