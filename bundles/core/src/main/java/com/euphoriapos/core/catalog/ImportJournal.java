package com.euphoriapos.core.catalog;

import com.euphoriapos.api.catalog.PriceBookImport.Report;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What the journal keeps of an import. */
final class ImportJournal {
    private static final JsonFactory JSON = new JsonFactory();

    private ImportJournal() {}

    static String detail(String file, Report report) {
        StringWriter out = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeNumberField("rows", report.rows());
            json.writeNumberField("added", report.added());
            json.writeNumberField("changed", report.changed());
            json.writeNumberField("unchanged", report.unchanged());
            json.writeNumberField("rejected", report.rejected());
            json.writeNumberField("barcodes", report.barcodes());
            json.writeNumberField("problems", report.problems().size());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
