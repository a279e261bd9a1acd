package com.euphoriapos.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints results as they come, and writes them to a file at the end. */
final class Report {
    private final List<Result> results = new ArrayList<>();
    private final PrintStream out;
    private final Instant at;
    private final double loadBefore = load();

    Report(PrintStream out, Instant at) {
        this.out = out;
        this.at = at;
        out.printf(
                Locale.ROOT,
                "%s, Java %s, %d processors, load %.1f%n",
                at,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                loadBefore);
        out.printf(
                Locale.ROOT,
                "%-52s %10s %10s %-4s %10s %6s  %s%n",
                "name",
                "median",
                "p99",
                "unit",
                "baseline",
                "ratio",
                "target");
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    void add(Result result) {
        results.add(result);
        out.printf(
                Locale.ROOT,
                "%-52s %10.1f %10.1f %-4s %10s %6s  %s%n",
                result.name(),
                result.median(),
                result.p99(),
                result.unit(),
                result.baseline().map(Samples::text).orElse(""),
                result.ratio()
                        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                        .orElse(""),
                result.target()
                        + result.met().map(met -> met ? ": met" : ": MISSED").orElse(""));
    }

    /** Says why a benchmark did not run; it then has no result. */
    void skipped(String name, String reason) {
        out.println(name + " was not run: " + reason);
    }

    boolean allMet() {
        return results.stream().allMatch(result -> result.met().orElse(true));
    }

    void write(Path file) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("at", at.toString());
            json.writeStringField("java", System.getProperty("java.version"));
            json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
            number(json, "loadBefore", loadBefore);
            number(json, "loadAfter", load());
            json.writeArrayFieldStart("results");
            for (Result result : results) {
                write(json, result);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println("written to " + file);
    }

    private static void write(JsonGenerator json, Result result) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", result.name());
        number(json, "median", result.median());
        number(json, "p99", result.p99());
        json.writeStringField("unit", result.unit());
        if (result.baseline().isPresent()) {
            number(json, "baseline", result.baseline().get());
            number(json, "ratio", result.ratio().orElseThrow());
        } else {
            json.writeNullField("baseline");
            json.writeNullField("ratio");
        }
        json.writeStringField("target", result.target());
        if (result.met().isPresent()) {
            json.writeBooleanField("met", result.met().get());
        } else {
            json.writeNullField("met");
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeNumberField(name, BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
    }
}
