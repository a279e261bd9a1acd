package com.euphoriapos.testkit;

import com.euphoriapos.api.store.DiscountRuleRepository;
import com.euphoriapos.api.store.LanesRepository;
import com.euphoriapos.api.store.ReviewRepository;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.VersionRepository;
import com.euphoriapos.api.sync.PairedLane;
import com.euphoriapos.domain.DiscountRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the lanes of a store share about each other, of a {@link MemoryStore}. */
final class MemoryLanes {
    private MemoryLanes() {}

    /** Table {@code lanes}. */
    record Lanes(MemoryHandle handle) implements LanesRepository {
        @Override
        public List<PairedLane> all() {
            return handle.tables().lanes.values().stream()
                    .sorted(Comparator.comparing(PairedLane::label).thenComparing(PairedLane::node))
                    .toList();
        }

        @Override
        public Optional<PairedLane> byNode(String node) {
            return Optional.ofNullable(handle.tables().lanes.get(node));
        }

        @Override
        public void save(PairedLane lane) {
            handle.forWriting().lanes.put(lane.node(), lane);
        }

        @Override
        public void reached(String node, String address) {
            handle.forWriting()
                    .lanes
                    .computeIfPresent(node, (same, lane) -> new PairedLane(same, lane.label(), lane.state(), address));
        }
    }

    /** Table {@code versions}. */
    record Versions(MemoryHandle handle) implements VersionRepository {
        @Override
        public Optional<Version> of(String aggregate, String part) {
            return Optional.ofNullable(handle.tables().versions.get(new Part(aggregate, part)));
        }

        @Override
        public void put(String aggregate, String part, Version version) {
            handle.forWriting().versions.put(new Part(aggregate, part), version);
        }
    }

    /** Table {@code discount_rules}. */
    record DiscountRules(MemoryHandle handle) implements DiscountRuleRepository {
        @Override
        public Optional<DiscountRule> byId(String ruleId) {
            return Optional.ofNullable(handle.tables().discountRules.get(ruleId));
        }

        @Override
        public List<DiscountRule> all() {
            return List.copyOf(handle.tables().discountRules.values());
        }

        @Override
        public void save(DiscountRule rule, Instant updatedAt) {
            handle.forWriting().discountRules.put(rule.id(), rule);
        }
    }

    /** Table {@code reviews}. */
    record Reviews(MemoryHandle handle) implements ReviewRepository {
        @Override
        public boolean raise(Review review) {
            boolean resolved = handle.forWriting().resolved.contains(review.id());
            return !resolved && handle.tables().reviews.putIfAbsent(review.id(), review) == null;
        }

        @Override
        public boolean resolve(String id, String by, Instant at) {
            return handle.forWriting().resolved.add(id);
        }

        @Override
        public List<Review> open(int limit) {
            return handle.tables().reviews.values().stream()
                    .filter(review -> !handle.tables().resolved.contains(review.id()))
                    .sorted(Comparator.comparing(Review::at).reversed().thenComparing(Review::id))
                    .limit(limit)
                    .toList();
        }

        @Override
        public long openCount() {
            return open(Integer.MAX_VALUE).size();
        }

        @Override
        public List<Review> openAbout(String subject) {
            return open(Integer.MAX_VALUE).stream()
                    .filter(review -> review.subject().equals(subject))
                    .toList();
        }

        @Override
        public void withdraw(String id) {
            if (!handle.forWriting().resolved.contains(id)) {
                handle.tables().reviews.remove(id);
            }
        }
    }

    /** Tables {@code suspended_transactions}, {@code claims}. */
    record SuspendedSales(MemoryHandle handle) implements SuspendedRepository {
        @Override
        public void save(Suspended sale) {
            handle.forWriting().suspended.putIfAbsent(sale.id(), sale);
        }

        @Override
        public List<Suspended> waiting() {
            return handle.tables().suspended.values().stream()
                    .filter(sale ->
                            claims(SuspendedRepository.claimName(sale.id())).isEmpty())
                    .sorted(Comparator.comparing(Suspended::at)
                            .thenComparing(Suspended::id)
                            .reversed())
                    .toList();
        }

        @Override
        public Optional<Suspended> byId(String id) {
            return Optional.ofNullable(handle.tables().suspended.get(id));
        }

        @Override
        public Optional<Suspended> byNumber(String number) {
            return handle.tables().suspended.values().stream()
                    .filter(sale -> sale.number().equals(number))
                    .max(Comparator.comparing(Suspended::at));
        }

        @Override
        public boolean claim(Claim claim) {
            boolean isNew = !handle.forWriting().claims.contains(claim);
            if (isNew) {
                handle.tables().claims.add(claim);
            }
            return isNew;
        }

        @Override
        public List<Claim> claims(String name) {
            return handle.tables().claims.stream()
                    .filter(claim -> claim.name().equals(name))
                    .sorted(Comparator.comparing(Claim::hlc)
                            .thenComparing(Claim::node)
                            .thenComparing(Claim::id))
                    .toList();
        }
    }
}
