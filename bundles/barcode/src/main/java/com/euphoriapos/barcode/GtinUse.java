package com.euphoriapos.barcode;

/** What a number's GS1 prefix reserves it for. */
public enum GtinUse {
    /** An ordinary product. */
    TRADE_ITEM("an ordinary product"),
    /** Numbers that only this store or company gives a meaning: 02, 04, 20 to 29, GTIN-8 beginning with 0 or 2. */
    IN_STORE("numbered by the store itself"),
    /** A coupon or refund slip: 05, 980 to 984, 99. It is never a product. */
    COUPON("a coupon or refund slip"),
    /** A periodical (ISSN): 977. */
    PERIODICAL("a periodical"),
    /** A book or music (ISBN, ISMN): 978, 979. */
    BOOK("a book");

    private final String meaning;

    GtinUse(String meaning) {
        this.meaning = meaning;
    }

    /** A phrase for people. */
    public String meaning() {
        return meaning;
    }

    static GtinUse of(String gtin14) {
        if (gtin14.startsWith("000000")) {
            // Below seven leading zeros only GTIN-8s live; those of 0 and 2 are for use inside a company.
            char first = gtin14.charAt(6);
            return first == '0' || first == '2' ? IN_STORE : TRADE_ITEM;
        }
        int prefix = (gtin14.charAt(1) - '0') * 100 + (gtin14.charAt(2) - '0') * 10 + (gtin14.charAt(3) - '0');
        int two = prefix / 10;
        if (two == 2 || two == 4 || prefix / 100 == 2) {
            return IN_STORE;
        }
        if (two == 5 || two == 99 || (prefix >= 980 && prefix <= 984)) {
            return COUPON;
        }
        if (prefix == 977) {
            return PERIODICAL;
        }
        return prefix == 978 || prefix == 979 ? BOOK : TRADE_ITEM;
    }
}
