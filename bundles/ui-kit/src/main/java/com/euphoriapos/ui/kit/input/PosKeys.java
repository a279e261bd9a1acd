package com.euphoriapos.ui.kit.input;

/** The names of what keys do, as the key map and its configuration write them. */
public final class PosKeys {
    public static final String HELP = "help";
    public static final String SEARCH = "search";
    public static final String CUSTOMER = "customer";
    public static final String DISCOUNT = "discount";
    public static final String PRICE = "price";
    public static final String SUSPEND = "suspend";
    public static final String RECEIPTS = "receipts";
    public static final String VOID_LINE = "void-line";
    public static final String NO_SALE = "no-sale";
    public static final String MORE = "more";
    public static final String LOCK = "lock";
    public static final String PAY = "pay";
    public static final String QUANTITY = "quantity";
    public static final String ONE_MORE = "one-more";
    public static final String ONE_LESS = "one-less";
    public static final String UNDO = "undo";
    public static final String BACK = "back";
    public static final String ACCEPT = "accept";
    public static final String BACKSPACE = "backspace";
    public static final String ADD_ITEM = "add-item";
    public static final String DIAGNOSTICS = "diagnostics";
    public static final String UP = "up";
    public static final String DOWN = "down";
    public static final String REFRESH = "refresh";
    public static final String SUPPORT_BUNDLE = "support-bundle";

    private PosKeys() {}

    /** Quick amount 1 to 6 on the tender screen. */
    public static String amount(int number) {
        return "amount-" + number;
    }

    /** Payment method 1 to 4. */
    public static String method(int number) {
        return "method-" + number;
    }

    /** Digit 0 to 9 where no field has the focus. */
    public static String digit(int digit) {
        return "digit-" + digit;
    }
}
