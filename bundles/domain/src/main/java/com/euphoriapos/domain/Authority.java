package com.euphoriapos.domain;

import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody may do without asking anybody.
 *
 * @param permissions the kinds of acts
 * @param largestPercent the most that one act may take off a line's price
 * @param largestAmount the most that one act may take off a sale, void or give back; not negative
 */
public record Authority(Set<Permission> permissions, Rate largestPercent, Money largestAmount) {
    /** The largest amount limit, which stands for "no limit". */
    public static final Money NO_LIMIT = Money.ofCents(99_999_999_99L);
    /** Everything, without a limit. */
    public static final Authority FULL = new Authority(EnumSet.allOf(Permission.class), new Rate(Rate.SCALE), NO_LIMIT);

    public Authority {
        permissions = Set.copyOf(permissions);
        if (largestAmount.isNegative() || largestAmount.compareTo(NO_LIMIT) > 0) {
            throw new IllegalArgumentException("the largest amount is 0 to " + NO_LIMIT + ", not " + largestAmount);
        }
    }

    /** Whether acts of this kind are allowed at all. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether this very act is within the permissions and the limits. */
    public boolean allows(Act act) {
        return may(act.permission())
                && act.percent().partsPerMillion() <= largestPercent.partsPerMillion()
                && act.amount().compareTo(largestAmount) <= 0;
    }

    /** Whether everything that the other allows is allowed by this one too. */
    public boolean covers(Authority other) {
        return permissions.containsAll(other.permissions)
                && other.largestPercent.partsPerMillion() <= largestPercent.partsPerMillion()
                && other.largestAmount.compareTo(largestAmount) <= 0;
    }
}
