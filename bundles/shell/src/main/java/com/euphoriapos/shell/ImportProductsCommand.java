package com.euphoriapos.shell;

import com.euphoriapos.api.catalog.PriceBookImport;
import com.euphoriapos.api.catalog.PriceBookImport.Field;
import com.euphoriapos.api.catalog.PriceBookImport.Preview;
import com.euphoriapos.api.catalog.PriceBookImport.Problem;
import com.euphoriapos.api.catalog.PriceBookImport.Report;
import com.euphoriapos.api.catalog.PriceBookImport.Request;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code pos:import-products}: a price book from a CSV file. */
@Component(
        service = Function.class,
        property = {"osgi.command.scope=pos", "osgi.command.function=import-products"})
public final class ImportProductsCommand extends Command {
    private final Services services;

    @Activate
    public ImportProductsCommand(BundleContext context) {
        services = new Services(context);
    }

    @Override
    String usage() {
        return "pos:import-products FILE [--dry-run] [--map 'SKU=Column;PRICE=Column']  imports a price book, lists every row"
                + " that was not taken whole";
    }

    @Override
    void run(List<String> words, Output output) {
        Arguments given = Arguments.of(words, Set.of("dry-run"), Set.of("map"));
        Path file = Path.of(given.required(0, "which file")).toAbsolutePath();
        Report report = services.useAsConsole(PriceBookImport.class, books -> {
            Preview preview = books.preview(file);
            preview.refused().ifPresent(reason -> {
                throw new CommandException("nothing was imported: " + reason);
            });
            Map<Field, String> mapping = new EnumMap<>(Field.class);
            mapping.putAll(preview.guess());
            mapping.putAll(mapping(given.value("map", "")));
            return books.run(new Request(file, mapping, given.has("dry-run")), (done, all) -> {}, () -> false);
        });
        report.refused().ifPresent(reason -> {
            throw new CommandException("nothing was imported: " + reason);
        });
        print(report, output);
    }

    private static Map<Field, String> mapping(String text) {
        Map<Field, String> mapping = new EnumMap<>(Field.class);
        for (String pair : text.isBlank() ? new String[0] : text.split(";")) {
            int sign = pair.indexOf('=');
            if (sign < 1) {
                throw new CommandException("--map takes FIELD=Column pairs, not \"" + pair + "\"");
            }
            String field = pair.substring(0, sign).strip().toUpperCase(Locale.ROOT);
            try {
                mapping.put(Field.valueOf(field), pair.substring(sign + 1).strip());
            } catch (IllegalArgumentException unknown) {
                throw new CommandException(field + " is no field; there are " + List.of(Field.values()), unknown);
            }
        }
        return mapping;
    }

    private static void print(Report report, Output output) {
        for (Problem problem : report.problems()) {
            output.row(
                    "line " + problem.line() + ", " + problem.column() + " \"" + problem.value() + "\": "
                            + problem.reason(),
                    Output.fields(
                            "line", problem.line(),
                            "column", problem.column(),
                            "value", problem.value(),
                            "reason", problem.reason(),
                            "rowRejected", problem.rowRejected()));
        }
        String words = report.rows() + " rows: " + report.added() + " new, " + report.changed() + " changed, "
                + report.unchanged() + " unchanged, " + report.rejected() + " not taken; " + report.barcodes()
                + " barcodes; " + report.problems().size() + " remarks";
        output.row(
                (report.dryRun() ? "Dry run, nothing stored. " : "Imported. ") + words,
                Output.fields(
                        "dryRun", report.dryRun(),
                        "rows", report.rows(),
                        "added", report.added(),
                        "changed", report.changed(),
                        "unchanged", report.unchanged(),
                        "rejected", report.rejected(),
                        "barcodes", report.barcodes(),
                        "problems", report.problems().size()));
    }
}
