package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.VersionRepository.Part;
import com.euphoriapos.api.store.VersionRepository.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code versions}. */
public interface VersionMapper {
    @Select(
            """
            SELECT hlc, node, base, rival
            FROM versions
            WHERE agg = #{p.aggregate} AND part = #{p.name}
            """)
    @Nullable
    Version of(@Param("p") Part part);

    @Insert(
            """
            INSERT INTO versions (agg, part, hlc, node, base, rival)
            VALUES (#{p.aggregate}, #{p.name}, #{v.hlc}, #{v.node}, #{v.base}, #{v.rival})
            ON CONFLICT (agg, part) DO UPDATE SET
              hlc = excluded.hlc, node = excluded.node, base = excluded.base, rival = excluded.rival
            """)
    void put(@Param("p") Part part, @Param("v") Version version);

    /** Reads what {@link #of} selects. */
    static Version version(ResultSet row) throws SQLException {
        return new Version(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }
}
