package com.euphoriapos.device.simulator.robot;

import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.Money;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.math.BigDecimal;

/** Writes what the robot did: a line a sale for a person, a JSON object a line for a script. */
final class Report {
    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;
    private final boolean json;

    Report(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /**
     * All sales together.
     *
     * @param reason why it stopped early; empty when it did not
     */
    record Summary(long seed, int count, Money total, Cashier cashier, String reason) {}

    private interface Fields {
        void write(JsonGenerator generator) throws IOException;
    }

    void started(RobotOrder order, long seed) {
        if (!json) {
            out.println("Ringing " + order.sales() + " sales, seed " + seed);
        }
    }

    void sale(Cashier.Rung rung) {
        CompletedTransaction sale = rung.transaction();
        BigDecimal millis = Times.inMillis(rung.nanos());
        line(
                sale.receiptNumber() + "  " + sale.priced().total() + "  " + rung.lines() + " lines  " + millis + " ms",
                fields -> {
                    fields.writeStringField("id", sale.id());
                    fields.writeStringField("receiptNumber", sale.receiptNumber());
                    fields.writeNumberField("totalCents", sale.priced().total().cents());
                    fields.writeNumberField("lines", rung.lines());
                    fields.writeNumberField("millis", millis);
                });
    }

    void summary(Summary summary) {
        Times scans = summary.cashier().scans();
        Times completions = summary.cashier().completions();
        line(
                summary.count() + " sales, " + summary.total() + ", seed " + summary.seed()
                        + "; scan p50 " + scans.millis(50) + " ms, p99 " + scans.millis(99)
                        + " ms; completion p50 " + completions.millis(50) + " ms, p99 " + completions.millis(99) + " ms"
                        + (summary.reason().isEmpty() ? "" : "; stopped: " + summary.reason()),
                fields -> {
                    fields.writeNumberField("count", summary.count());
                    fields.writeNumberField("totalCents", summary.total().cents());
                    fields.writeNumberField("seed", summary.seed());
                    fields.writeNumberField("scanP50Millis", scans.millis(50));
                    fields.writeNumberField("scanP99Millis", scans.millis(99));
                    fields.writeNumberField("completionP50Millis", completions.millis(50));
                    fields.writeNumberField("completionP99Millis", completions.millis(99));
                    fields.writeStringField("stopped", summary.reason());
                });
    }

    private void line(String text, Fields fields) {
        out.println(json ? object(fields) : text);
    }

    private static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.writeStartObject();
            fields.write(generator);
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }
}
