package com.euphoriapos.core.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A CSV file as a table.
 *
 * @param heads names of the columns, each once
 * @param rows data rows; those of blanks alone are left out
 * @param separator what stood between the fields
 */
record CsvTable(List<String> heads, List<Row> rows, char separator) {
    /** Larger files are refused: this is far above any price book. */
    static final long BYTES_MAX = 64L << 20;

    /**
     * A data row.
     *
     * @param line of the file where it begins, the head is 1
     * @param fields without blanks around them
     */
    record Row(long line, List<String> fields) {}

    CsvTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    static Outcome<CsvTable> read(Path file) {
        byte[] bytes;
        try {
            long size = Files.size(file);
            if (size > BYTES_MAX) {
                return new Outcome.Refused<>(
                        "The file has " + (size >> 20) + " MB; at most " + (BYTES_MAX >> 20) + " MB are read.");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new Outcome.Refused<>("There is no file " + file + ".");
        } catch (IOException e) {
            return new Outcome.Refused<>("The file can't be read: " + e.getMessage() + ".");
        }
        return read(bytes);
    }

    static Outcome<CsvTable> read(byte[] bytes) {
        Outcome<String> text = CsvText.decode(bytes);
        if (text instanceof Outcome.Refused<String> refused) {
            return new Outcome.Refused<>(refused.reason());
        }
        return parse(((Outcome.Ok<String>) text).value());
    }

    private static Outcome<CsvTable> parse(String text) {
        char separator = separator(text);
        String fault = CsvQuotes.fault(text, separator);
        if (!fault.isEmpty()) {
            return new Outcome.Refused<>(fault);
        }
        List<Row> rows = new ArrayList<>();
        try {
            // The reader works on a text in memory: there is nothing to close.
            for (CsvRecord csv : CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
                List<String> fields =
                        csv.getFields().stream().map(CsvTable::cleaned).toList();
                if (fields.stream().anyMatch(field -> !field.isEmpty())) {
                    rows.add(new Row(csv.getStartingLineNumber(), fields));
                }
            }
        } catch (CsvParseException e) {
            return new Outcome.Refused<>("Not a CSV file: " + e.getMessage() + ".");
        }
        return rows.isEmpty()
                ? new Outcome.Refused<>("The file has blank lines alone (line 1, column 1).")
                : withHeads(rows, separator);
    }

    private static Outcome<CsvTable> withHeads(List<Row> rows, char separator) {
        Row first = rows.get(0);
        if (first.fields().size() < 2) {
            return new Outcome.Refused<>("Not a CSV file: line " + first.line()
                    + " has a single column, no comma, semicolon or tab divides it.");
        }
        List<String> heads = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < first.fields().size(); i++) {
            String head = first.fields().get(i);
            String name = head.isEmpty() ? "(column " + (i + 1) + ")" : head;
            if (!seen.add(name)) {
                return new Outcome.Refused<>("Line " + first.line() + ", column " + (i + 1)
                        + ": a column before it is called \"" + name + "\" too; give each its own name.");
            }
            heads.add(name);
        }
        return new Outcome.Ok<>(new CsvTable(heads, rows.subList(1, rows.size()), separator));
    }

    /** The sign that divides the head line most often, outside quotes. */
    private static char separator(String text) {
        int[] counts = new int[3];
        String signs = ",;\t";
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (counts[0] + counts[1] + counts[2] > 0) {
                    break;
                }
            } else if (!quoted && signs.indexOf(c) >= 0) {
                counts[signs.indexOf(c)]++;
            }
        }
        int best = counts[1] > counts[0] ? 1 : 0;
        return signs.charAt(counts[2] > counts[best] ? 2 : best);
    }

    /** Without blanks around it; a line break inside, which no receipt could print, becomes a blank. */
    private static String cleaned(String field) {
        boolean plain = field.chars().noneMatch(c -> c < ' ');
        return (plain ? field : field.replaceAll("[\\x00-\\x1F]+", " ")).strip();
    }
}
