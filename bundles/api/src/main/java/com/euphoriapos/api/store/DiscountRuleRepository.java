package com.euphoriapos.api.store;

import com.euphoriapos.domain.DiscountRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Table {@code discount_rules}. */
@ProviderType
public interface DiscountRuleRepository {
    /** Active or not. */
    Optional<DiscountRule> byId(String ruleId);

    /** All, active or not, by id. */
    List<DiscountRule> all();

    /** Inserts or replaces by id. */
    void save(DiscountRule rule, Instant updatedAt);
}
