package com.euphoriapos.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** What somebody is in the store, from the least to the most trusted. What a role may do is the store's {@link RolePolicy}. */
public enum Role {
    CASHIER(
            "Cashier",
            4,
            new Authority(EnumSet.of(Permission.SELL, Permission.READ_HISTORY), Rate.ZERO, cents(100_00))),
    SHIFT_LEAD(
            "Shift lead",
            6,
            new Authority(
                    EnumSet.of(
                            Permission.SELL,
                            Permission.READ_HISTORY,
                            Permission.PRICE_OVERRIDE,
                            Permission.NO_SALE,
                            Permission.UNLOCK_SIGN_IN,
                            Permission.DIAGNOSTICS),
                    new Rate(200_000),
                    cents(500_00))),
    MANAGER(
            "Manager",
            6,
            new Authority(
                    EnumSet.complementOf(EnumSet.of(Permission.MANAGE_ROLES)), new Rate(500_000), cents(5_000_00))),
    OWNER("Owner", 6, Authority.FULL);

    private final String title;
    private final int pinLengthMin;
    private final Authority authority;

    Role(String title, int pinLengthMin, Authority authority) {
        this.title = title;
        this.pinLengthMin = pinLengthMin;
        this.authority = authority;
    }

    private static Money cents(long cents) {
        return Money.ofCents(cents);
    }

    /** The word on a screen. */
    public String title() {
        return title;
    }

    /** The fewest digits of a PIN in this role. */
    public int pinLengthMin() {
        return pinLengthMin;
    }

    /** What the role may do where the store's policy says nothing else. */
    public Authority defaultAuthority() {
        return authority;
    }

    /** Within a sentence: "a shift lead", "an owner". */
    public String withArticle() {
        String word = title.toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
    }

    /** Within a sentence: "a shift lead, a manager or an owner". */
    public static String anyOf(List<Role> roles) {
        List<String> words = roles.stream().map(Role::withArticle).toList();
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** Whether the role is trusted at least as much as the other one. */
    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /** The role of a stored name. */
    public static Role of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
