package com.euphoriapos.ui.register;

/** What the right column shows. */
public enum SidePane {
    /** Quick keys. */
    TILES,
    /** Results of a search. */
    RESULTS,
    /** Which of several products it is. */
    PICKER,
    /** A keypad that sets a quantity. */
    QUANTITY,
    /** A keypad that looks up a number. */
    CODE,
    /** Whether the whole sale is given up. */
    CANCEL,
    /** Rare functions. */
    MORE,
    /** Another price for a line. */
    PRICE,
    /** Why the drawer is to open without a sale. */
    NO_SALE,
    /** Another person's PIN. */
    APPROVAL,
    /** A note for the sale that is put aside. */
    SUSPEND,
    /** Suspended sales to go on with. */
    SUSPENDED
}
