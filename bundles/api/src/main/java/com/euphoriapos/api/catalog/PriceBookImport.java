package com.euphoriapos.api.catalog;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.domain.Permission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Imports products from a CSV file. Long-running: never on the event thread. Who may not gets a refusal that says who may. */
@ProviderType
public interface PriceBookImport {
    /** A field of ours that a column can fill. */
    enum Field {
        SKU("Item number", true),
        NAME("Name", true),
        PRICE("Price", true),
        CATEGORY("Category", false),
        SIZE_MILLILITRES("Size in ml", false),
        CASE_SIZE("Bottles in a case", false),
        BARCODE("Barcode", false),
        CASE_BARCODE("Case barcode", false);

        private final String title;
        private final boolean required;

        Field(String title, boolean required) {
            this.title = title;
            this.required = required;
        }

        /** The word on a screen. */
        public String title() {
            return title;
        }

        /** Whether nothing can be imported without it. */
        public boolean required() {
            return required;
        }
    }

    /** Reads the head of the file and guesses the mapping. */
    @Requires(Permission.MANAGE_CATALOG)
    Preview preview(Path file);

    /**
     * Reads the whole file and, unless it is a dry run, stores what is usable. A file that is refused changes nothing.
     *
     * @param listener hears of the progress, on the calling thread
     * @param cancelled asked between slices; a cancelled import keeps nothing
     */
    @Requires(Permission.MANAGE_CATALOG)
    Report run(Request request, ProgressListener listener, BooleanSupplier cancelled);

    /**
     * What to import.
     *
     * @param mapping which column (by its head) fills a field
     */
    record Request(Path file, Map<Field, String> mapping, boolean dryRun) {
        public Request {
            mapping = Map.copyOf(mapping);
        }
    }

    /**
     * The head of a file.
     *
     * @param refused why it can't be read, with line and column; empty when it can
     * @param columns heads in the order of the file
     * @param guess the mapping that the heads suggest
     * @param sample the first rows as text
     */
    record Preview(
            Optional<String> refused, List<String> columns, Map<Field, String> guess, List<List<String>> sample) {
        public Preview {
            columns = List.copyOf(columns);
            guess = Map.copyOf(guess);
            sample = List.copyOf(sample);
        }
    }

    /**
     * What became of it.
     *
     * @param refused why nothing was imported, with line and column; empty when it was
     * @param rows data rows read
     * @param added products that were new
     * @param changed products that differed
     * @param unchanged products that were the same
     * @param rejected rows of which nothing was taken
     * @param barcodes barcodes taken
     * @param problems every row that was not taken whole and why, in the order of the file
     */
    record Report(
            Optional<String> refused,
            boolean dryRun,
            long rows,
            long added,
            long changed,
            long unchanged,
            long rejected,
            long barcodes,
            List<Problem> problems) {
        public Report {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Why a row was not taken whole.
     *
     * @param line line of the file, the head is 1
     * @param column head of the column
     * @param value what stood there
     * @param reason one sentence, and what was done
     * @param rowRejected whether the whole row was left out
     */
    record Problem(long line, String column, String value, String reason, boolean rowRejected) {}

    /** Hears of the progress: rows done of rows in all. */
    @ConsumerType
    @FunctionalInterface
    interface ProgressListener {
        void progress(long done, long all);
    }
}
