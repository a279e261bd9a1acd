package com.euphoriapos.core.catalog;

/** Finds the quote that spoils a CSV text, with its place, before it can swallow the rows behind it. */
final class CsvQuotes {
    private final String text;
    private final char separator;
    private int line = 1;
    private int column;
    private int index = -1;

    private CsvQuotes(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** One sentence, or nothing when all quotes are right. */
    static String fault(String text, char separator) {
        return new CsvQuotes(text, separator).fault();
    }

    private String fault() {
        boolean fieldBegins = true;
        while (next()) {
            char c = text.charAt(index);
            if (c == '"' && fieldBegins) {
                String fault = quoted();
                if (!fault.isEmpty()) {
                    return fault;
                }
                fieldBegins = false;
            } else {
                fieldBegins = c == separator || c == '\n' || c == '\r';
            }
        }
        return "";
    }

    /** Goes to the closing quote of the field whose opening one stands here. */
    private String quoted() {
        int openLine = line;
        int openColumn = column;
        while (next()) {
            if (text.charAt(index) != '"') {
                continue;
            }
            char after = index + 1 < text.length() ? text.charAt(index + 1) : '\n';
            if (after == '"') {
                next();
            } else if (after == separator || after == '\n' || after == '\r') {
                return "";
            } else {
                return "Not a CSV file: line " + line + ", column " + (column + 1) + ": \"" + after
                        + "\" follows a closing quote (the field began at line " + openLine + ", column " + openColumn
                        + ").";
            }
        }
        return "Not a CSV file: the quote at line " + openLine + ", column " + openColumn + " is never closed.";
    }

    private boolean next() {
        if (index >= 0) {
            char passed = text.charAt(index);
            boolean ends =
                    passed == '\n' || passed == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n');
            line += ends ? 1 : 0;
            column = ends ? 0 : column;
        }
        index++;
        column++;
        return index < text.length();
    }
}
