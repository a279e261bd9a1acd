package com.euphoriapos.store.sqlite.mapper;

import com.euphoriapos.domain.DiscountRule;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Rate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** {@code discount_rules}. */
public interface DiscountRuleMapper {
    /** The columns that {@link #rule} reads. */
    String RULE =
            """
            SELECT id, scope, category, size, percent, fixedAmount, employeeApprovalRequired, isActive
            FROM discount_rules
            """;

    @Select(RULE + "WHERE id = #{id}")
    @Nullable
    DiscountRule byId(@Param("id") String id);

    @Select(RULE + "ORDER BY id")
    List<DiscountRule> all();

    @Insert(
            """
            INSERT INTO discount_rules (id, scope, category, size, percent, fixedAmount, employeeApprovalRequired,
                                        isActive, updatedAt)
            VALUES (#{r.id}, #{r.scope}, #{r.category}, #{r.size}, #{r.percent}, #{r.fixedAmount},
                    #{r.approvalRequired}, #{r.active}, #{at})
            ON CONFLICT (id) DO UPDATE SET
              scope = excluded.scope, category = excluded.category, size = excluded.size,
              percent = excluded.percent, fixedAmount = excluded.fixedAmount,
              employeeApprovalRequired = excluded.employeeApprovalRequired, isActive = excluded.isActive,
              updatedAt = excluded.updatedAt
            """)
    void save(@Param("r") DiscountRule rule, @Param("at") Instant updatedAt);

    /** Reads {@link #RULE}. */
    static DiscountRule rule(ResultSet row) throws SQLException {
        return new DiscountRule(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Rate(row.getLong(5)),
                Money.ofCents(row.getLong(6)),
                row.getInt(7) == 1,
                row.getInt(8) == 1);
    }
}
