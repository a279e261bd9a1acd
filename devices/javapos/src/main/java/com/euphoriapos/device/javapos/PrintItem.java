package com.euphoriapos.device.javapos;

/** One thing for the printer to do, in the order of the receipt. */
public sealed interface PrintItem {
    /** Text in one style; lines end with LF, no other control characters are in it. */
    record Text(String text, TextStyle style) implements PrintItem {}

    /** Feeds whole lines, 1 or more; negative feeds back. */
    record FeedLines(int lines) implements PrintItem {}

    /** Feeds dots; negative feeds back. */
    record FeedDots(int dots) implements PrintItem {}

    /**
     * Cuts the paper.
     *
     * @param percent 100 cuts it off, less leaves a bridge
     * @param feedFirst whether the last line is fed past the cutter before
     */
    record Cut(int percent, boolean feedFirst) implements PrintItem {}

    /**
     * A barcode.
     *
     * @param symbology one of {@code POSPrinterConst.PTR_BCS_}
     * @param height in dots
     * @param width in dots, the most that it may take
     * @param align one of {@code PTR_BC_LEFT}, {@code _CENTER}, {@code _RIGHT}, or dots from the left
     * @param textPosition one of {@code PTR_BC_TEXT_}
     */
    record Barcode(String data, int symbology, int height, int width, int align, int textPosition)
            implements PrintItem {}

    /**
     * A picture.
     *
     * @param file the bytes of a BMP, GIF, JPEG or PNG file
     * @param width in dots, or {@code PTR_BM_ASIS}
     * @param align one of {@code PTR_BM_LEFT}, {@code _CENTER}, {@code _RIGHT}, or dots from the left
     */
    record Picture(byte[] file, int width, int align) implements PrintItem {}

    /** Bytes in the printer's own language, from an application that knows what it does. */
    record Raw(byte[] bytes) implements PrintItem {}
}
