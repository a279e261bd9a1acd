package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.FeedRepository.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** {@code cloud_changes}. */
public interface FeedMapper {
    @Select("SELECT kind, id, seq, body FROM cloud_changes WHERE seq > #{seq} ORDER BY seq LIMIT #{limit}")
    List<Change> after(@Param("seq") long seq, @Param("limit") int limit);

    @Delete("DELETE FROM cloud_changes")
    void clear();

    /** Reads what {@link #after} selects. */
    static Change change(ResultSet row) throws SQLException {
        return new Change(row.getString(1), row.getString(2), row.getLong(3), row.getString(4));
    }
}
