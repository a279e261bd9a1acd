package com.euphoriapos.domain;

/** What a use case asks for. */
public enum Permission {
    /** Ring, void lines, take payments; how much one act may take off is a limit of its own. */
    SELL("Sell"),
    /** Look at and reprint past sales. */
    READ_HISTORY("Look at past sales"),
    /** Give a line another price; by how much is a limit of its own. */
    PRICE_OVERRIDE("Change a price at the register"),
    /** Open the drawer without a sale. */
    NO_SALE("Open the drawer without a sale"),
    /** Give money back without a receipt. */
    REFUND_WITHOUT_RECEIPT("Refund without a receipt"),
    /** Let a locked sign-in be used again. */
    UNLOCK_SIGN_IN("Unlock the sign-in"),
    /** Open the diagnostics. */
    DIAGNOSTICS("Open the diagnostics"),
    /** Count and correct stock. */
    MANAGE_STOCK("Change stock"),
    /** Change products, prices and barcodes, import a price book. */
    MANAGE_CATALOG("Change products and prices"),
    /** Add and change employees, set their PINs. */
    MANAGE_EMPLOYEES("Change employees"),
    /** Change the store's settings. */
    MANAGE_SETTINGS("Change settings"),
    /** Let lanes in and out of the store, look at what their merging put up for review. */
    MANAGE_LANES("Manage lanes"),
    /** Search and verify the journal. */
    READ_JOURNAL("Read the journal"),
    /** Change what a role may do. */
    MANAGE_ROLES("Change what roles may do");

    private final String title;

    Permission(String title) {
        this.title = title;
    }

    /** What a screen calls it. */
    public String title() {
        return title;
    }
}
