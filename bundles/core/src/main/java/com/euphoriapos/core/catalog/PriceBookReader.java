package com.euphoriapos.core.catalog;

import com.euphoriapos.api.catalog.PriceBookImport.Field;
import com.euphoriapos.api.catalog.PriceBookImport.Problem;
import com.euphoriapos.barcode.Gtin;
import com.euphoriapos.barcode.GtinOutcome;
import com.euphoriapos.core.catalog.CsvTable.Row;
import com.euphoriapos.core.catalog.PriceBookItem.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table as a price book: pure, the same for a dry run. Codes are judged in a second pass, because only the whole file
 * shows which of them are fillers: in a real book one case code stands on 610 of 2,049 rows.
 */
final class PriceBookReader {
    /** A case code on more products than this says nothing about any of them. */
    static final int CASE_CODE_SHARED_MAX = 4;
    /** As many as the picker can show; real books share a bottle's code among up to nine. */
    static final int BARCODE_SHARED_MAX = 24;

    private static final Pattern CASE_SIZE = Pattern.compile("0{0,3}[1-9][0-9]{0,3}");

    private final CsvTable table;
    private final RowReader rows;
    private final Map<String, Integer> bottles = new HashMap<>();
    private final Map<String, Integer> cases = new HashMap<>();

    private record Taken(Row row, PriceBookItem item) {}

    private PriceBookReader(CsvTable table, Map<Field, String> mapping) {
        this.table = table;
        this.rows = new RowReader(table, mapping);
    }

    /** Why this mapping can't be used with the table. */
    static Optional<String> missing(CsvTable table, Map<Field, String> mapping) {
        for (Map.Entry<Field, String> entry : mapping.entrySet()) {
            if (!table.heads().contains(entry.getValue())) {
                return Optional.of("Line 1: there is no column \"" + entry.getValue() + "\" for \""
                        + entry.getKey().title() + "\"; the columns are " + String.join(", ", table.heads()) + ".");
            }
        }
        for (Field field : Field.values()) {
            if (field.required() && !mapping.containsKey(field)) {
                return Optional.of("Line 1: no column is named for \"" + field.title() + "\"; the columns are "
                        + String.join(", ", table.heads()) + ".");
            }
        }
        return Optional.empty();
    }

    static PriceBook read(CsvTable table, Map<Field, String> mapping) {
        return new PriceBookReader(table, mapping).read();
    }

    private PriceBook read() {
        List<Taken> taken = new ArrayList<>();
        for (Row row : table.rows()) {
            PriceBookItem item = rows.read(row);
            if (item != null) {
                taken.add(new Taken(row, item));
                count(bottles, Gtin.ofUnpadded(rows.text(row, Field.BARCODE)));
                count(cases, Gtin.ofCaseCode(rows.text(row, Field.CASE_BARCODE), 1));
            }
        }
        List<PriceBookItem> items = new ArrayList<>(taken.size());
        for (Taken one : taken) {
            items.add(one.item().withCodes(codes(one)));
        }
        List<Problem> problems = new ArrayList<>(rows.problems());
        problems.sort(Comparator.comparingLong(Problem::line));
        int all = table.rows().size();
        return new PriceBook(all, items, all - items.size(), problems);
    }

    private static void count(Map<String, Integer> counts, GtinOutcome outcome) {
        outcome.gtin().ifPresent(gtin -> counts.merge(gtin.digits(), 1, Integer::sum));
    }

    private List<Code> codes(Taken taken) {
        List<Code> codes = new ArrayList<>(2);
        String bottle = bottle(taken.row());
        if (bottle != null) {
            codes.add(new Code(bottle, 1));
        }
        String box = box(taken.row(), bottle);
        if (box != null) {
            Integer caseSize = taken.item().caseSize();
            codes.add(new Code(box, caseSize == null ? 1 : caseSize));
        }
        return codes;
    }

    private @Nullable String bottle(Row row) {
        if (!rows.has(Field.BARCODE)) {
            return null;
        }
        GtinOutcome outcome = Gtin.ofUnpadded(rows.text(row, Field.BARCODE));
        String code = outcome.gtin().map(Gtin::digits).orElse("");
        int shared = bottles.getOrDefault(code, 0);
        if (code.isEmpty()) {
            rows.drop(row, Field.BARCODE, "No barcode was taken: " + outcome.reason() + ".");
            return null;
        }
        if (shared > BARCODE_SHARED_MAX) {
            rows.drop(row, Field.BARCODE, "The barcode was not taken: it is shared by " + shared + " products.");
            return null;
        }
        return code;
    }

    /** A blank case code is no problem: most books know few of them, and nothing of the row is lost. */
    private @Nullable String box(Row row, @Nullable String bottle) {
        String text = rows.text(row, Field.CASE_BARCODE);
        if (text.isEmpty()) {
            return null;
        }
        GtinOutcome outcome = Gtin.ofCaseCode(text, 1);
        String code = outcome.gtin().map(Gtin::digits).orElse("");
        int shared = cases.getOrDefault(code, 0);
        String reason = "";
        if (code.isEmpty()) {
            reason = outcome.reason();
        } else if (shared > CASE_CODE_SHARED_MAX) {
            reason = "it is shared by " + shared + " products";
        } else if (code.equals(bottle)) {
            reason = "it is the bottle's own barcode";
        } else if (!CASE_SIZE.matcher(rows.text(row, Field.CASE_SIZE)).matches()) {
            reason = "the number of bottles in the case is not known";
        }
        if (reason.isEmpty()) {
            return code;
        }
        rows.drop(row, Field.CASE_BARCODE, "The case barcode was not taken: " + reason + ".");
        return null;
    }
}
