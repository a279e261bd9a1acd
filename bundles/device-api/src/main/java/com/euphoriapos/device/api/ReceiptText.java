package com.euphoriapos.device.api;

import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Barcode;
import com.euphoriapos.device.api.ReceiptDocument.Columns;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Element;
import com.euphoriapos.device.api.ReceiptDocument.Feed;
import com.euphoriapos.device.api.ReceiptDocument.Rule;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Text;
import java.util.ArrayList;
import java.util.List;

/** Lays a document out as plain lines of a fixed width; drivers, the screen and tests share it. */
public final class ReceiptText {
    private ReceiptText() {}

    /** One printed line and how it is printed. A barcode or cut is a line of its own with empty text. */
    public record Line(String text, Align align, Style style, Element source) {}

    /** The document as text, lines joined by newlines, barcodes as {@code [data]}. */
    public static String plain(ReceiptDocument document, int columns) {
        StringBuilder out = new StringBuilder();
        for (Line line : layout(inOneSize(document), columns)) {
            if (line.source() instanceof Barcode barcode) {
                out.append(placed("[" + barcode.data() + "]", Align.CENTER, columns));
            } else if (line.source() instanceof Cut) {
                out.append("- ".repeat(columns / 2).stripTrailing());
            } else {
                out.append(placed(line.text(), line.align(), columns));
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** Plain text has one size: what a printer makes large takes the whole width here. */
    private static ReceiptDocument inOneSize(ReceiptDocument document) {
        List<Element> elements = new ArrayList<>();
        for (Element element : document.elements()) {
            if (element instanceof Text text && text.style() == Style.LARGE) {
                elements.add(new Text(text.text(), text.align(), Style.BOLD));
            } else if (element instanceof Columns pair && pair.style() == Style.LARGE) {
                elements.add(new Columns(pair.left(), pair.right(), Style.BOLD));
            } else {
                elements.add(element);
            }
        }
        return new ReceiptDocument(elements);
    }

    /** The document as lines; text is at most {@code columns} characters wide, half of that where it is LARGE. */
    public static List<Line> layout(ReceiptDocument document, int columns) {
        if (columns < 16) {
            throw new IllegalArgumentException("a receipt needs 16 columns or more, not " + columns);
        }
        List<Line> lines = new ArrayList<>();
        for (Element element : document.elements()) {
            add(lines, element, columns);
        }
        return lines;
    }

    private static void add(List<Line> lines, Element element, int columns) {
        if (element instanceof Text text) {
            int width = text.style() == Style.LARGE ? columns / 2 : columns;
            for (String part : wrap(text.text(), width)) {
                lines.add(new Line(part, text.align(), text.style(), element));
            }
        } else if (element instanceof Columns pair) {
            addColumns(lines, pair, pair.style() == Style.LARGE ? columns / 2 : columns);
        } else if (element instanceof Rule) {
            lines.add(new Line("-".repeat(columns), Align.LEFT, Style.NORMAL, element));
        } else if (element instanceof Feed feed) {
            for (int i = 0; i < feed.lines(); i++) {
                lines.add(new Line("", Align.LEFT, Style.NORMAL, element));
            }
        } else {
            lines.add(new Line("", Align.CENTER, Style.NORMAL, element));
        }
    }

    private static void addColumns(List<Line> lines, Columns pair, int width) {
        int room = Math.max(8, width - pair.right().length() - 1);
        List<String> left = wrap(pair.left(), room);
        for (int i = 0; i < left.size() - 1; i++) {
            lines.add(new Line(left.get(i), Align.LEFT, pair.style(), pair));
        }
        String last = left.get(left.size() - 1);
        int gap = Math.max(1, width - last.length() - pair.right().length());
        lines.add(new Line(last + " ".repeat(gap) + pair.right(), Align.LEFT, pair.style(), pair));
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int cut = space > 0 ? space : width;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static String placed(String text, Align align, int width) {
        int gap = Math.max(0, width - text.length());
        int before =
                switch (align) {
                    case LEFT -> 0;
                    case CENTER -> gap / 2;
                    case RIGHT -> gap;
                };
        return " ".repeat(before) + text;
    }
}
