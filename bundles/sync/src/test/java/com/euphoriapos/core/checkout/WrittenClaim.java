package com.euphoriapos.core.checkout;

import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.OutboxRepository.Stamp;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.SuspendedRepository.Claim;
import com.euphoriapos.api.store.SuspendedRepository.Suspended;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.checkout.SaleShelf.Aside;
import com.euphoriapos.core.checkout.SaleShelf.Desk;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Pricing;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.TaxTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts sales aside and takes them up with the shipped messages; here, because they are nobody else's business. */
public final class WrittenClaim {
    private static final Operator CASHIER = new Operator("cashier", "Dana", "Reyes", Role.CASHIER);
    private static final TaxTable TAXES = TaxTable.of(new Rate(88_750));

    private WrittenClaim() {}

    /** In the transaction of the handle. */
    public static void putAside(StoreHandle handle, RetailTransaction open, String number, Instant at) {
        StoreSettings settings = new StoreSettings(
                "Shop", List.of(), List.of(), TAXES, "$", ZoneOffset.UTC, open.workstationId(), false);
        OpenSale sale = new OpenSale(open, 0, List.of(), List.of(), Takings.NONE, SaleActs.NONE);
        Aside aside = new Aside(sale, Pricing.price(open, TAXES), new Desk(CASHIER, settings, at));
        Suspended suspended = SuspendedMessages.sale(aside, number, "");
        handle.suspended().save(suspended);
        handle.outbox().append(List.of(SuspendedMessages.suspended(suspended, CASHIER.employeeId())));
    }

    /** In the transaction of the handle: this lane has the thing of that name, a suspended sale or another. */
    public static void take(StoreHandle handle, String name, Instant at) {
        String id = name.substring(name.indexOf(':') + 1);
        Optional<Suspended> sale = SuspendedRepository.claimName(id).equals(name)
                ? handle.suspended().byId(id)
                : Optional.empty();
        Message claim = sale.map(suspended -> SuspendedMessages.claimed(suspended, CASHIER.employeeId(), at))
                .orElseGet(() -> new Message(
                        UUID.randomUUID().toString(),
                        Topics.CLAIM_MADE,
                        name,
                        "{\"name\":\"" + name + "\",\"claimedAt\":" + at.toEpochMilli() + "}",
                        CASHIER.employeeId(),
                        at));
        handle.outbox().append(List.of(claim));
        Stamp stamp = handle.outbox().stamp(claim.id());
        handle.suspended().claim(new Claim(name, claim.id(), stamp.node(), stamp.hlc(), claim.actor(), at));
    }
}
