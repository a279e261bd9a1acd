package com.euphoriapos.domain;

/** What a use case asks for. */
public enum Permission {
    /** Ring, void lines, take payments. */
    SELL,
    /** Look at and reprint past sales. */
    READ_HISTORY,
    /** Change products, prices and barcodes, import a price book. */
    MANAGE_CATALOG,
    /** Change the store's settings. */
    MANAGE_SETTINGS
}
