package com.euphoriapos.ui.manager;

import com.euphoriapos.api.catalog.PriceBookImport.Field;
import com.euphoriapos.api.catalog.PriceBookImport.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the import screen shows.
 *
 * @param file the chosen file, empty before
 * @param problem one sentence on why nothing goes on, empty when all is well
 * @param columns heads of the file
 * @param mapping which column fills which field
 * @param sample its first rows
 * @param running what is being done
 * @param done rows done
 * @param all rows in all, 0 while nobody knows
 * @param report what came of the last run
 */
public record ImportState(
        String file,
        String problem,
        List<String> columns,
        Map<Field, String> mapping,
        List<List<String>> sample,
        Running running,
        long done,
        long all,
        Optional<Report> report) {
    public ImportState {
        columns = List.copyOf(columns);
        mapping = Map.copyOf(mapping);
        sample = List.copyOf(sample);
    }

    /** Whether the file was read and nothing is being done: it can be imported. */
    public boolean ready() {
        return !columns.isEmpty() && running == Running.NOTHING;
    }

    /** What is being done. */
    public enum Running {
        NOTHING,
        READING,
        DRY_RUN,
        IMPORT
    }
}
