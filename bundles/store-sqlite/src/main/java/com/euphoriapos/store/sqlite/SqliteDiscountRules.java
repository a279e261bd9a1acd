package com.euphoriapos.store.sqlite;

import com.euphoriapos.api.store.DiscountRuleRepository;
import com.euphoriapos.domain.DiscountRule;
import com.euphoriapos.store.sqlite.mapper.DiscountRuleMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Discount rules. */
final class SqliteDiscountRules implements DiscountRuleRepository {
    private final UnitOfWork unit;
    private final DiscountRuleMapper mapper;

    SqliteDiscountRules(UnitOfWork unit) {
        this.unit = unit;
        this.mapper = unit.mappers().discountRules();
    }

    @Override
    public Optional<DiscountRule> byId(String ruleId) {
        return unit.query(() -> Optional.ofNullable(mapper.byId(ruleId)));
    }

    @Override
    public List<DiscountRule> all() {
        return unit.query(mapper::all);
    }

    @Override
    public void save(DiscountRule rule, Instant updatedAt) {
        unit.change(() -> mapper.save(rule, updatedAt));
    }
}
