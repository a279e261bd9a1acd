package com.euphoriapos.domain;

/**
 * A discount that the store gives by rule.
 *
 * @param id UUID, made once by whoever added it
 * @param scope what it is given on, such as {@code category} or {@code item}
 * @param category of the price book, empty for all
 * @param size of the piece as the rule's author wrote it, empty for all
 * @param percent off the price, zero for none
 * @param fixedAmount off the price; not negative
 * @param approvalRequired whether somebody has to allow each use
 * @param active whether it is given
 */
public record DiscountRule(
        String id,
        String scope,
        String category,
        String size,
        Rate percent,
        Money fixedAmount,
        boolean approvalRequired,
        boolean active) {
    public DiscountRule {
        if (id.isBlank() || scope.isBlank()) {
            throw new IllegalArgumentException("a discount rule needs an id and a scope");
        }
        if (fixedAmount.isNegative()) {
            throw new IllegalArgumentException("a discount of " + fixedAmount + " would be a surcharge");
        }
    }
}
