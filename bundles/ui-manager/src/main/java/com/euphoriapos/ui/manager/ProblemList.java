package com.euphoriapos.ui.manager;

import com.euphoriapos.api.catalog.PriceBookImport.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows that were not taken whole, as a CSV file that a spreadsheet opens. Pure. */
final class ProblemList {
    private ProblemList() {}

    static String csv(List<Problem> problems) {
        StringBuilder text = new StringBuilder("line,column,value,reason,row\r\n");
        for (Problem each : problems) {
            text.append(Stream.of(
                                    Long.toString(each.line()),
                                    each.column(),
                                    each.value(),
                                    each.reason(),
                                    each.rowRejected() ? "left out" : "taken in part")
                            .map(ProblemList::cell)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String cell(String value) {
        // A spreadsheet would compute a cell that begins like a formula.
        String safe = value.matches("(?s)[=+\\-@\\t].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
