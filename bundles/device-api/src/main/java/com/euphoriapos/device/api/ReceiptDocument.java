package com.euphoriapos.device.api;

import java.util.ArrayList;
import java.util.List;

/**
 * A receipt by meaning, not by bytes: each printer lays it out in its own width and commands, the screen shows the same.
 *
 * @param elements from top to bottom
 */
public record ReceiptDocument(List<Element> elements) {
    public ReceiptDocument {
        elements = List.copyOf(elements);
    }

    /** Horizontal place of a line. */
    public enum Align {
        /** At the left edge. */
        LEFT,
        /** In the middle. */
        CENTER,
        /** At the right edge. */
        RIGHT
    }

    /** Weight and size of a line. */
    public enum Style {
        /** The printer's normal font. */
        NORMAL,
        /** Emphasised. */
        BOLD,
        /** Twice as wide and high. */
        LARGE
    }

    /** Symbologies that a receipt uses. */
    public enum Symbology {
        /** Code 128. */
        CODE_128,
        /** QR code. */
        QR
    }

    /** A part of a receipt. */
    public sealed interface Element permits Text, Columns, Rule, Barcode, Feed, Cut {}

    /** A paragraph; wrapped at words where it is too long. */
    public record Text(String text, Align align, Style style) implements Element {}

    /** A line with a left and a right part; the right is never cut, the left wraps before it. */
    public record Columns(String left, String right, Style style) implements Element {}

    /** A rule over the whole width. */
    public record Rule() implements Element {}

    /** A barcode, centred, with its text below. */
    public record Barcode(String data, Symbology symbology) implements Element {
        public Barcode {
            if (data.isEmpty()) {
                throw new IllegalArgumentException("a barcode has data");
            }
        }
    }

    /** Empty lines, 1 to 20. */
    public record Feed(int lines) implements Element {
        public Feed {
            if (lines < 1 || lines > 20) {
                throw new IllegalArgumentException("feed is 1 to 20 lines, not " + lines);
            }
        }
    }

    /** Cuts the paper. */
    public record Cut() implements Element {}

    /** The same document with a line put before everything else, such as DUPLICATE. */
    public ReceiptDocument withFirst(Element element) {
        List<Element> all = new ArrayList<>(elements.size() + 1);
        all.add(element);
        all.addAll(elements);
        return new ReceiptDocument(all);
    }
}
