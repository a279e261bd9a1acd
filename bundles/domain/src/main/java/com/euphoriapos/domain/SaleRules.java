package com.euphoriapos.domain;

/**
 * The store's rules for every sale, whoever sells.
 *
 * @param cashRounding what happens to cents that no coin pays
 * @param largestDiscount the most that anybody may take off a price at the register, approved or not
 * @param loyaltyPointsPerUnit points that the receipt promises for one whole unit of money, 0 for none
 */
public record SaleRules(CashRounding cashRounding, Rate largestDiscount, int loyaltyPointsPerUnit) {
    /** No rounding, no cap, no points. */
    public static final SaleRules DEFAULT = new SaleRules(CashRounding.NONE, new Rate(Rate.SCALE), 0);

    public SaleRules {
        if (loyaltyPointsPerUnit < 0 || loyaltyPointsPerUnit > Loyalty.POINTS_MAX) {
            throw new IllegalArgumentException("points are 0 to " + Loyalty.POINTS_MAX);
        }
    }
}
