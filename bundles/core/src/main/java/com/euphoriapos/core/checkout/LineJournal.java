package com.euphoriapos.core.checkout;

import com.euphoriapos.core.approval.ApprovalDesk.Granted;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** What the journal says of what was done to lines: amounts in cents, quantities in thousandths. Pure. */
final class LineJournal {
    static final String LINE_VOIDED = "LINE_VOIDED";
    static final String LINE_RESTORED = "LINE_RESTORED";
    static final String PRICE_OVERRIDDEN = "PRICE_OVERRIDDEN";
    static final String SALE_CANCELLED = "SALE_CANCELLED";
    /** The sale goes on, because its end could not be written. */
    static final String SALE_RESUMED = "SALE_RESUMED";

    private LineJournal() {}

    /** Who acts, where and when, and with whose leave. */
    record By(Instant at, Operator operator, String lane, Optional<Granted> leave) {
        private SaleActs.Act act(String kind, String detail) {
            return new SaleActs.Act(at, kind, operator.employeeId(), detail);
        }
    }

    /** Something that was done; empty for what the journal leaves out. */
    static Optional<SaleActs.Act> changed(By by, LineChange change, SaleLineItem after) {
        return change.journalKind().map(kind -> by.act(kind, detail(by, change, after)));
    }

    private static String detail(By by, LineChange change, SaleLineItem after) {
        return Json.object(json -> {
            head(json, by.lane(), change.line());
            if (change instanceof LineChange.Price price) {
                price(json, price, after);
            } else {
                between(json, change.line(), after);
            }
            String own = change instanceof LineChange.Price price ? price.reason() : "";
            leave(json, own, by.leave());
        });
    }

    /** A line that undoing brought back, or took away. */
    static SaleActs.Act undone(By by, String kind, SaleLineItem line, Optional<SaleLineItem> after) {
        return by.act(kind, Json.object(json -> {
            head(json, by.lane(), line);
            json.writeStringField("by", "undo");
            json.writeNumberField(
                    "quantityFrom", line.voided() ? 0 : line.quantity().thousandths());
            json.writeNumberField(
                    "quantityTo",
                    after.filter(now -> !now.voided())
                            .map(now -> now.quantity().thousandths())
                            .orElse(0L));
            json.writeNumberField("priceFrom", line.unitPrice().cents());
            json.writeNumberField("priceTo", after.orElse(line).unitPrice().cents());
            long from = line.extendedAmount().cents();
            long to = after.map(now -> now.extendedAmount().cents()).orElse(0L);
            json.writeNumberField("from", from);
            json.writeNumberField("to", to);
            json.writeNumberField("amount", Math.abs(from - to));
            leave(json, "", by.leave());
        }));
    }

    /** The whole sale was given up. */
    static SaleActs.Act cancelled(By by, PricedTransaction sale) {
        return by.act(SALE_CANCELLED, Json.object(json -> {
            json.writeStringField("lane", by.lane());
            json.writeNumberField("lines", sale.transaction().lines().size());
            json.writeNumberField("total", sale.total().cents());
            json.writeNumberField("amount", sale.total().cents());
            leave(json, "", by.leave());
        }));
    }

    /** @param own reason of who did it; the one of who allowed it goes before */
    private static void leave(JsonGenerator json, String own, Optional<Granted> leave) throws IOException {
        String reason = leave.map(Granted::reason).orElse(own);
        if (!reason.isEmpty()) {
            json.writeStringField("reason", reason);
        }
        if (leave.isPresent()) {
            json.writeStringField("approver", leave.get().approver().employeeId());
            json.writeStringField("approverName", leave.get().approver().shortName());
        }
    }

    private static void head(JsonGenerator json, String lane, SaleLineItem line) throws IOException {
        json.writeStringField("lane", lane);
        json.writeNumberField("line", line.lineNumber());
        json.writeStringField("productId", line.productId());
        json.writeStringField("name", line.name());
    }

    private static void price(JsonGenerator json, LineChange.Price price, SaleLineItem after) throws IOException {
        json.writeNumberField("quantity", after.quantity().thousandths());
        json.writeNumberField("regular", price.line().regularPrice().cents());
        json.writeNumberField("from", price.line().unitPrice().cents());
        json.writeNumberField("to", after.unitPrice().cents());
        json.writeNumberField("amount", price.amount().cents());
        json.writeNumberField("percentOffPpm", price.percent().partsPerMillion());
    }

    private static void between(JsonGenerator json, SaleLineItem before, SaleLineItem after) throws IOException {
        json.writeNumberField("quantityFrom", before.quantity().thousandths());
        json.writeNumberField(
                "quantityTo", after.voided() ? 0 : after.quantity().thousandths());
        json.writeNumberField("from", before.extendedAmount().cents());
        json.writeNumberField("to", after.extendedAmount().cents());
        json.writeNumberField(
                "amount", before.extendedAmount().minus(after.extendedAmount()).cents());
    }
}
