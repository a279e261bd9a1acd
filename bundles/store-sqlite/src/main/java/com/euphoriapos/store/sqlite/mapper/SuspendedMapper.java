package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.store.SuspendedRepository.Suspended;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code suspended_transactions} and {@code claims}. */
public interface SuspendedMapper {
    /** The columns that {@link #suspended} reads. */
    String SUSPENDED =
            """
            SELECT s.id, s.number, s.workstation_id, s.operator_name, s.total_cents, s.item_count, s.note, s.body, s.createdAt
            FROM suspended_transactions s
            """;

    @Insert(
            """
            INSERT INTO suspended_transactions
              (id, number, workstation_id, operator_name, total_cents, item_count, note, body, createdAt)
            VALUES (#{s.id}, #{s.number}, #{s.workstationId}, #{s.operatorName}, #{s.total}, #{s.items}, #{s.note}, #{s.body},
                    #{at})
            ON CONFLICT (id) DO NOTHING
            """)
    int save(@Param("s") Suspended sale, @Param("at") Instant at);

    @Select(
            SUSPENDED
                    + """
            WHERE NOT EXISTS (SELECT 1 FROM claims c WHERE c.name = 'suspended:' || s.id)
            ORDER BY s.createdAt DESC, s.id DESC
            """)
    List<Suspended> waiting();

    @Select(SUSPENDED + "WHERE s.id = #{id}")
    @Nullable
    Suspended byId(@Param("id") String id);

    @Select(
            SUSPENDED
                    + """
            WHERE s.number = #{number}
            ORDER BY s.createdAt DESC
            LIMIT 1
            """)
    @Nullable
    Suspended byNumber(@Param("number") String number);

    @Insert(
            """
            INSERT INTO claims (name, hlc, node, id, actor, createdAt)
            VALUES (#{c.name}, #{c.hlc}, #{c.node}, #{c.id}, #{c.actor}, #{at})
            ON CONFLICT DO NOTHING
            """)
    int claim(@Param("c") Claim claim, @Param("at") Instant at);

    @Select(
            """
            SELECT name, id, node, hlc, actor, createdAt
            FROM claims
            WHERE name = #{name}
            ORDER BY hlc, node, id
            """)
    List<Claim> claims(@Param("name") String name);

    /** Reads {@link #SUSPENDED}. */
    static Suspended suspended(ResultSet row) throws SQLException {
        return new Suspended(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Money.ofCents(row.getLong(5)),
                new Quantity(row.getLong(6)),
                row.getString(7),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)));
    }

    /** Reads what {@link #claims} selects. */
    static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}
