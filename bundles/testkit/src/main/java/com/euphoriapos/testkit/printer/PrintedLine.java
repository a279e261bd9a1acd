package com.euphoriapos.testkit.printer;

/**
 * A line on the paper.
 *
 * @param text what a person reads, placed as printed, without trailing blanks; a barcode is {@code [data]}
 * @param marked the same with its style in angle brackets, such as {@code <bold>Total</bold>}
 */
public record PrintedLine(String text, String marked) {}
