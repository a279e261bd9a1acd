package com.euphoriapos.core.sync;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.InventoryRepository.Change;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.Store.Priority;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.catalog.CatalogActs;
import com.euphoriapos.core.checkout.SaleWrites;
import com.euphoriapos.core.employee.PeopleActs;
import com.euphoriapos.core.fixture.ReplicaLane;
import com.euphoriapos.core.inventory.NegativeStock;
import com.euphoriapos.core.review.ReviewMessages;
import com.euphoriapos.core.settings.ConfigMessages;
import com.euphoriapos.core.settings.RoleValues;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.DiscountRule;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.testkit.store.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Things that people do on a lane, by chance, each within what the lane knows then: nobody does what they may not. */
final class RandomActs {
    private static final List<String> PINS = List.of("pin-1", "pin-2", "pin-3", "pin-4");
    private static final List<String> BADGES = List.of("", "badge-1", "badge-2");
    private static final List<String> NAMES = List.of("Dana", "Max", "Ruth", "Kim");

    private final Random random;
    private int counter;

    RandomActs(Random random) {
        this.random = random;
    }

    /** Before the lanes part: an owner, products and their stock, the same on every lane. */
    static void begin(ReplicaLane lane) {
        lane.store().apply(Priority.BACKGROUND, handle -> {
            handle.employees()
                    .save(new EmployeeRecord(
                            "owner", "Olga", "Owner", Role.OWNER, "pin-0", "hash of pin-0", true, Samples.NOON));
            for (int i = 0; i < 3; i++) {
                Product product = Samples.product(i);
                handle.catalog().save(product, Samples.NOON);
                handle.inventory()
                        .apply(new Change(
                                Samples.id("stock " + i), product.id(), Quantity.of(4), "receive", "", Samples.NOON));
            }
            return true;
        });
    }

    /** One of them, in one transaction. */
    void act(ReplicaLane lane) {
        lane.clock.advance(Duration.ofMillis(random.nextInt(3_000)));
        Instant at = lane.clock.instant();
        lane.store().write(handle -> {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> people(handle, at);
                case 4, 5 -> config(handle, at);
                case 6, 7, 8 -> products(handle, at);
                case 9 -> receiveOrDiscount(handle, at);
                case 10 -> resolve(handle, at);
                default -> sell(lane, handle, at);
            }
            return true;
        });
    }

    private void people(StoreHandle handle, Instant at) {
        Optional<Operator> somebody = somebodyWho(handle, Permission.MANAGE_EMPLOYEES);
        if (somebody.isEmpty()) {
            return;
        }
        Operator actor = somebody.get();
        PeopleActs acts = new PeopleActs(handle, actor, at);
        List<EmployeeRecord> touchable = handle.employees().all().stream()
                .filter(person ->
                        actor.role().atLeast(person.role()) && !person.id().equals("owner"))
                .toList();
        if (touchable.isEmpty() || random.nextInt(6) == 0) {
            add(handle, acts, actor);
            return;
        }
        EmployeeRecord person = one(touchable);
        switch (random.nextInt(5)) {
            case 0 -> acts.change(person, one(NAMES), role(actor));
            case 1 -> free(handle, PINS, EmployeeRecord::pinLookup).ifPresent(pin -> acts.pin(person, pin));
            case 2 -> badge(handle, acts, person);
            case 3 -> acts.active(person, false);
            default -> activate(handle, acts, person);
        }
    }

    private void add(StoreHandle handle, PeopleActs acts, Operator actor) {
        free(handle, PINS, EmployeeRecord::pinLookup)
                .ifPresent(pin -> acts.add("p" + ++counter, one(NAMES), role(actor), pin));
    }

    private void badge(StoreHandle handle, PeopleActs acts, EmployeeRecord person) {
        free(handle, BADGES, EmployeeRecord::badgeLookup).ifPresent(badge -> acts.badge(person, badge));
    }

    private void activate(StoreHandle handle, PeopleActs acts, EmployeeRecord person) {
        boolean pinFree = handle.employees().all().stream()
                .noneMatch(other -> other.active() && other.pinLookup().equals(person.pinLookup()));
        boolean badgeFree = handle.employees().all().stream()
                .noneMatch(other -> other.active()
                        && !person.badgeLookup().isEmpty()
                        && other.badgeLookup().equals(person.badgeLookup()));
        if (!person.active() && pinFree && badgeFree) {
            acts.active(person, true);
        }
    }

    private void config(StoreHandle handle, Instant at) {
        if (random.nextInt(4) == 0) {
            somebodyWho(handle, Permission.MANAGE_ROLES).ifPresent(actor -> {
                RolePolicy before = policy(handle);
                Set<Permission> permissions =
                        EnumSet.copyOf(Role.SHIFT_LEAD.defaultAuthority().permissions());
                if (random.nextBoolean()) {
                    permissions.add(random.nextBoolean() ? Permission.MANAGE_CATALOG : Permission.MANAGE_SETTINGS);
                }
                Authority old = before.authority(Role.SHIFT_LEAD);
                Authority now = new Authority(permissions, old.largestPercent(), old.largestAmount());
                new PeopleActs(handle, actor, at).roles(before, before.with(Role.SHIFT_LEAD, now));
            });
            return;
        }
        somebodyWho(handle, Permission.MANAGE_SETTINGS).ifPresent(actor -> {
            String row = one(List.of("sale_hours", "currency_symbol", "a_newer_setting"));
            String json = row.equals("sale_hours") ? "\"\"" : "\"" + (char) ('A' + random.nextInt(5)) + "\"";
            ConfigMessages.change(
                    handle,
                    row,
                    json,
                    new ConfigMessages.By(actor.employeeId(), actor.role().name(), at));
        });
    }

    private void products(StoreHandle handle, Instant at) {
        somebodyWho(handle, Permission.MANAGE_CATALOG).ifPresent(actor -> {
            List<Product> some = new ArrayList<>();
            int first = random.nextInt(5);
            int count = random.nextInt(3) + 1;
            for (int i = first; i < first + count; i++) {
                Product p = Samples.product(i);
                some.add(new Product(
                        p.id(),
                        p.sku(),
                        p.name(),
                        p.category(),
                        p.sizeMillilitres(),
                        Money.ofCents(100 + random.nextInt(20)),
                        p.caseSize(),
                        p.taxCategory(),
                        true));
            }
            CatalogActs.save(handle, some, actor.employeeId(), actor.role().name(), at);
        });
    }

    private void receiveOrDiscount(StoreHandle handle, Instant at) {
        if (random.nextBoolean()) {
            receive(handle, at);
        } else {
            discount(handle, at);
        }
    }

    /** No use case of this version does it; the message is what one would write. */
    private void discount(StoreHandle handle, Instant at) {
        somebodyWho(handle, Permission.MANAGE_SETTINGS).ifPresent(actor -> {
            String id = "rule-" + random.nextInt(2);
            String aggregate = "discount_rule:" + id;
            Optional<Version> seen = handle.versions().of(aggregate, VersionRepository.WHOLE);
            int percent = random.nextInt(4) * 10_000;
            handle.discountRules()
                    .save(new DiscountRule(id, "item", "", "", new Rate(percent), Money.ZERO, false, true), at);
            String payload = "{\"id\":\"" + id + "\",\"scope\":\"item\",\"category\":\"\",\"size\":\"\",\"percentPpm\":"
                    + percent + ",\"fixedAmount\":0,\"employeeApprovalRequired\":false,\"active\":true,\"base\":\""
                    + seen.map(Version::stamp).orElse("") + "\",\"actorRole\":\"" + actor.role()
                    + "\",\"updatedAt\":" + at.toEpochMilli() + "}";
            seen.ifPresent(version -> Conflicts.withdraw(
                    handle, new VersionRepository.Part(aggregate, VersionRepository.WHOLE), version));
            handle.outbox()
                    .append(List.of(new Message(
                            Samples.id("message " + ++counter + " " + at),
                            Topics.DISCOUNT_RULE_UPSERT,
                            aggregate,
                            payload,
                            actor.employeeId(),
                            at)));
        });
    }

    /** No use case of this version does it; the message is what one would write. */
    private void receive(StoreHandle handle, Instant at) {
        somebodyWho(handle, Permission.MANAGE_STOCK).ifPresent(actor -> {
            Change change = new Change(
                    Samples.id("change " + ++counter + " " + at),
                    Samples.product(random.nextInt(5)).id(),
                    Quantity.of(random.nextInt(7) - 3),
                    "receive",
                    "",
                    at);
            handle.inventory().apply(change);
            NegativeStock.look(handle, change);
            String payload = "{\"changeId\":\"" + change.changeId() + "\",\"productId\":\"" + change.productId()
                    + "\",\"change\":" + change.change().thousandths() + ",\"reason\":\"receive\",\"actorRole\":\""
                    + actor.role() + "\",\"createdAt\":" + at.toEpochMilli() + "}";
            handle.outbox()
                    .append(List.of(new Message(
                            Samples.id("message " + counter + " " + at),
                            Topics.INVENTORY_UPDATE,
                            "product:" + change.productId(),
                            payload,
                            actor.employeeId(),
                            at)));
        });
    }

    private void resolve(StoreHandle handle, Instant at) {
        List<Review> open = handle.reviews().open(100);
        Optional<Operator> actor = somebodyWho(handle, Permission.MANAGE_LANES);
        if (!open.isEmpty() && actor.isPresent()) {
            String id = one(open).id();
            handle.reviews().resolve(id, actor.get().employeeId(), at);
            handle.outbox().append(List.of(ReviewMessages.resolved(id, actor.get(), at)));
        }
    }

    private void sell(ReplicaLane lane, StoreHandle handle, Instant at) {
        List<Product> basket = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            basket.add(Samples.product(random.nextInt(4)));
        }
        String id = Samples.id("sale " + lane.node + ++counter);
        SaleWrites.complete(
                handle, Samples.sale(lane.node.substring(0, 2) + "-" + counter, Samples.openSale(id, basket), at));
    }

    private Optional<Operator> somebodyWho(StoreHandle handle, Permission permission) {
        RolePolicy policy = policy(handle);
        List<Operator> those = handle.employees().all().stream()
                .filter(EmployeeRecord::active)
                .map(person -> person.operator(policy))
                .filter(person -> person.may(permission))
                .toList();
        return those.isEmpty() ? Optional.empty() : Optional.of(one(those));
    }

    private static RolePolicy policy(StoreHandle handle) {
        return RoleValues.orDefault(handle.settings().get(RoleValues.KEY));
    }

    private Role role(Operator actor) {
        return Role.values()[random.nextInt(actor.role().ordinal() + 1)];
    }

    private Optional<String> free(StoreHandle handle, List<String> all, Function<EmployeeRecord, String> which) {
        String wish = one(all);
        boolean taken = !wish.isEmpty()
                && handle.employees().all().stream()
                        .anyMatch(other -> other.active() && which.apply(other).equals(wish));
        return taken ? Optional.empty() : Optional.of(wish);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
