package com.euphoriapos.ui.manager;

import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Rate;
import com.euphoriapos.domain.Role;
import com.euphoriapos.domain.RolePolicy;
import com.euphoriapos.ui.kit.present.Formats;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A role while it is changed.
 *
 * @param percent the largest percentage as typed
 * @param amount the largest amount as typed, empty for no limit
 */
record RoleDraft(Role role, Set<Permission> permissions, String percent, String amount) {
    RoleDraft {
        permissions = Set.copyOf(permissions);
    }

    /** The role as it is stored. */
    static RoleDraft of(Role role, Authority authority) {
        boolean none = authority.largestAmount().equals(Authority.NO_LIMIT);
        return new RoleDraft(
                role,
                authority.permissions(),
                authority.largestPercent().percent(),
                none ? "" : Formats.money(authority.largestAmount().cents()));
    }

    RoleDraft toggled(Permission permission) {
        Set<Permission> next = EnumSet.noneOf(Permission.class);
        next.addAll(permissions);
        if (!next.remove(permission)) {
            next.add(permission);
        }
        return new RoleDraft(role, next, percent, amount);
    }

    RoleDraft withPercent(String text) {
        return new RoleDraft(role, permissions, text, amount);
    }

    RoleDraft withAmount(String text) {
        return new RoleDraft(role, permissions, percent, text);
    }

    /** What is wrong with the percentage as typed; empty when nothing is. */
    String percentError() {
        return rate().isPresent() ? "" : "A percentage from 0 to 100, such as 12.5.";
    }

    /** What is wrong with the amount as typed; empty when nothing is. */
    String amountError() {
        return money().isPresent() ? "" : "An amount such as 250 or 99.50; empty for no limit.";
    }

    /** The authority, when both limits can be read. */
    Optional<Authority> authority() {
        return rate().flatMap(rate -> money().map(money -> new Authority(permissions, rate, money)));
    }

    private Optional<Rate> rate() {
        try {
            return Optional.of(Rate.ofPercent(percent.replace("%", "").strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Money> money() {
        String plain = amount.replace(",", "").replace("$", "").strip();
        if (plain.isEmpty()) {
            return Optional.of(Authority.NO_LIMIT);
        }
        try {
            Money money = Money.parse(plain);
            boolean fits = !money.isNegative() && money.compareTo(Authority.NO_LIMIT) <= 0;
            return fits ? Optional.of(money) : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Whether having it or not breaks the order of the roles: who is trusted more may as much. */
    boolean wrong(RolePolicy policy, Permission permission) {
        boolean has = permissions.contains(permission);
        return has ? any(policy, 1, above -> !above.may(permission)) : any(policy, -1, below -> below.may(permission));
    }

    boolean percentWrong(RolePolicy policy) {
        long own = rate().map(Rate::partsPerMillion).orElse(0L);
        return rate().isPresent()
                && (any(policy, 1, above -> above.largestPercent().partsPerMillion() < own)
                        || any(policy, -1, below -> below.largestPercent().partsPerMillion() > own));
    }

    boolean amountWrong(RolePolicy policy) {
        Money own = money().orElse(Money.ZERO);
        return money().isPresent()
                && (any(policy, 1, above -> above.largestAmount().compareTo(own) < 0)
                        || any(policy, -1, below -> below.largestAmount().compareTo(own) > 0));
    }

    /** Whether that is so of the role next to this one in that direction. */
    private boolean any(RolePolicy policy, int step, Predicate<Authority> test) {
        int next = role.ordinal() + step;
        return next >= 0 && next < Role.values().length && test.test(policy.authority(Role.values()[next]));
    }
}
