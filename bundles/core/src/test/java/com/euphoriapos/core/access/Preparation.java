package com.euphoriapos.core.access;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.TaxTable;
import com.euphoriapos.testkit.Await;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/** What a use case needs before it can be refused for the right reason: a sale is open where one can be. */
final class Preparation {
    private Preparation() {}

    static void of(Lane lane, Object target) {
        if (target instanceof Checkout checkout) {
            lane.signedIn(Optional.of(new Operator("employee-2", "Olive", "West", Role.OWNER, Authority.FULL)));
            Product rum = new Product("1", "1", "Rum", "Rum", 750, Money.ofCents(10_00), 12, TaxTable.STANDARD, true);
            lane.store().write(handle -> {
                handle.catalog().save(rum, Instant.EPOCH);
                return Boolean.TRUE;
            });
            Assertions.assertInstanceOf(AddResult.Added.class, checkout.add("1", 1, Quantity.ONE, ""));
            Await.until("the open sale is kept", () -> lane.store()
                    .read(handle -> handle.lane().openTransaction())
                    .isPresent());
        }
    }
}
