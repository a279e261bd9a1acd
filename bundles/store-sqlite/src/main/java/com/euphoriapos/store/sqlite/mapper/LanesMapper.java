package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.sync.PairedLane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** {@code lanes}. */
public interface LanesMapper {
    /** The columns that {@link #lane} reads. */
    String LANE = "SELECT node_id, label, state, last_addr FROM lanes\n";

    @Select(LANE + "ORDER BY label, node_id")
    List<PairedLane> all();

    @Select(LANE + "WHERE node_id = #{node}")
    @Nullable
    PairedLane byNode(@Param("node") String node);

    @Select("SELECT node_id FROM lanes WHERE state = 'active' AND node_id <> #{me} ORDER BY node_id")
    List<String> activePeers(@Param("me") String me);

    @Insert(
            """
            INSERT INTO lanes (node_id, label, state, last_addr)
            VALUES (#{node}, #{label}, #{state}, #{address})
            ON CONFLICT (node_id) DO UPDATE SET
              label = excluded.label, state = excluded.state, last_addr = excluded.last_addr
            """)
    void save(
            @Param("node") String node,
            @Param("label") String label,
            @Param("state") String state,
            @Param("address") String address);

    @Update("UPDATE lanes SET last_addr = #{address} WHERE node_id = #{node}")
    void reached(@Param("node") String node, @Param("address") String address);

    /** The word of a state in the table. */
    static String word(PairedLane.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #LANE}. */
    static PairedLane lane(ResultSet row) throws SQLException {
        return new PairedLane(
                row.getString(1),
                row.getString(2),
                PairedLane.State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4));
    }
}
