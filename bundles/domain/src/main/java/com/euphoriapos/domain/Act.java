package com.euphoriapos.domain;

/**
 * Something that somebody wants to do, as far as permissions and limits look at it.
 *
 * @param permission which kind of act
 * @param percent what it takes off a line's price, zero where that is not what it does
 * @param amount what it takes off a sale, voids or gives back; zero where no money is meant
 */
public record Act(Permission permission, Rate percent, Money amount) {
    public Act {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("an act's amount is not negative: " + amount);
        }
    }

    /** An act without money. */
    public static Act of(Permission permission) {
        return new Act(permission, Rate.ZERO, Money.ZERO);
    }

    /** An act about an amount. */
    public static Act of(Permission permission, Money amount) {
        return new Act(permission, Rate.ZERO, amount);
    }
}
