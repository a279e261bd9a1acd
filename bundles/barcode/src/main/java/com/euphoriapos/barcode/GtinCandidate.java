package com.euphoriapos.barcode;

/**
 * One way to understand digits as a trade item number.
 *
 * @param symbology the symbology this understanding supposes
 */
public record GtinCandidate(Symbology symbology, Gtin gtin) {}
