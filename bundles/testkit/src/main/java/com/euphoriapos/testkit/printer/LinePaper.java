package com.euphoriapos.testkit.printer;

/** The line that is being filled, with its styles. */
final class LinePaper {
    private final int columns;
    private final PrinterMechanics mechanics;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder marked = new StringBuilder();
    private int used;
    private int align;
    private boolean bold;
    private boolean underline;
    private boolean reverse;
    private int width = 1;
    private int height = 1;
    private String openMarks = "";

    LinePaper(int columns, PrinterMechanics mechanics) {
        this.columns = columns;
        this.mechanics = mechanics;
    }

    void reset() {
        clear();
        align = 0;
        bold = false;
        underline = false;
        reverse = false;
        width = 1;
        height = 1;
    }

    void clear() {
        text.setLength(0);
        marked.setLength(0);
        openMarks = "";
        used = 0;
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    void align(int value) {
        align = value;
    }

    void bold(boolean value) {
        bold = value;
    }

    void underline(boolean value) {
        underline = value;
    }

    void reverse(boolean value) {
        reverse = value;
    }

    void size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    void add(char character) {
        if (used + width > columns) {
            mechanics.problem("text runs over " + columns + " columns: " + text);
            end();
        }
        String marks = marks();
        if (!marks.equals(openMarks)) {
            closeMarks();
            marked.append(marks.isEmpty() ? "" : "<" + marks + ">");
            openMarks = marks;
        }
        text.append(character);
        marked.append(character);
        used += width;
    }

    void end() {
        closeMarks();
        String indent = indent(used);
        mechanics.printed(new PrintedLine((indent + text).stripTrailing(), (indent + marked).stripTrailing()));
        clear();
    }

    void graphic(String data) {
        String placed = indent(Math.min(columns, data.length())) + data;
        mechanics.printed(new PrintedLine(placed, placed));
    }

    private String indent(int cells) {
        int free = Math.max(0, columns - cells);
        return " ".repeat(align == 0 ? 0 : align == 1 ? free / 2 : free);
    }

    private void closeMarks() {
        if (!openMarks.isEmpty()) {
            marked.append("</").append(openMarks).append('>');
            openMarks = "";
        }
    }

    private String marks() {
        StringBuilder marks = new StringBuilder();
        marks.append(bold ? "bold " : "").append(underline ? "underlined " : "").append(reverse ? "reversed " : "");
        if (width > 1 || height > 1) {
            marks.append(width).append('x').append(height);
        }
        return marks.toString().strip();
    }
}
