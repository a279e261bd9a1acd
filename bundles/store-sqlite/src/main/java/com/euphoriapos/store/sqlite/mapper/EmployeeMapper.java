package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.domain.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code employees}. */
public interface EmployeeMapper {
    /** The columns that {@link #employee} reads. */
    String EMPLOYEE =
            """
            SELECT id, firstName, lastName, role, pin_lookup, pin_hash, isActive, updatedAt, pin_length, badge_lookup,
                   pin_reset_required
            """;

    @Select(
            EMPLOYEE
                    + """
            FROM employees
            WHERE pin_lookup = #{pinLookup} AND pin_reset_required = 0
            ORDER BY isActive DESC, updatedAt DESC
            LIMIT 1
            """)
    @Nullable
    EmployeeRecord byPinLookup(@Param("pinLookup") String pinLookup);

    @Select(
            EMPLOYEE
                    + """
            FROM employees
            WHERE badge_lookup = #{badgeLookup} AND badge_lookup <> '' AND isActive = 1
              AND (SELECT COUNT(*) FROM employees
                   WHERE badge_lookup = #{badgeLookup} AND badge_lookup <> '' AND isActive = 1) = 1
            """)
    @Nullable
    EmployeeRecord byBadgeLookup(@Param("badgeLookup") String badgeLookup);

    @Select(EMPLOYEE + """
            FROM employees
            WHERE id = #{id}
            """)
    @Nullable
    EmployeeRecord byId(@Param("id") String id);

    @Select(
            EMPLOYEE
                    + """
            FROM employees
            ORDER BY isActive DESC, firstName, lastName, id
            """)
    List<EmployeeRecord> all();

    @Insert(
            """
            INSERT INTO employees (id, firstName, lastName, role, pin_lookup, pin_hash, isActive, updatedAt,
                                   pin_length, badge_lookup, pin_reset_required)
            VALUES (#{e.id}, #{e.firstName}, #{e.lastName}, #{e.role}, #{e.pinLookup}, #{e.pinHash}, #{e.active},
                    #{at}, #{e.pinLength}, #{e.badgeLookup}, #{e.pinResetRequired})
            ON CONFLICT (id) DO UPDATE SET
              firstName = excluded.firstName, lastName = excluded.lastName, role = excluded.role,
              pin_lookup = excluded.pin_lookup, pin_hash = excluded.pin_hash, isActive = excluded.isActive,
              updatedAt = excluded.updatedAt, pin_length = excluded.pin_length, badge_lookup = excluded.badge_lookup,
              pin_reset_required = excluded.pin_reset_required
            """)
    void save(@Param("e") EmployeeRecord employee, @Param("at") Instant updatedAt);

    /** Whether another active employee has that PIN or that badge; an empty badge is none. */
    @Select(
            """
            SELECT EXISTS (SELECT 1 FROM employees
                           WHERE pin_lookup = #{pin} AND pin_lookup <> '' AND isActive = 1 AND pin_reset_required = 0 AND id <> #{id})
                OR EXISTS (SELECT 1 FROM employees
                           WHERE badge_lookup = #{badge} AND badge_lookup <> '' AND isActive = 1 AND id <> #{id})
            """)
    boolean isTaken(@Param("pin") String pinLookup, @Param("badge") String badgeLookup, @Param("id") String id);

    /** Reads {@link #EMPLOYEE}. */
    static EmployeeRecord employee(ResultSet row) throws SQLException {
        return new EmployeeRecord(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Role.of(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getInt(9),
                row.getString(10),
                row.getInt(7) == 1,
                Instant.ofEpochMilli(row.getLong(8)),
                row.getInt(11) == 1);
    }
}
