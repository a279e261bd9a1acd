package com.euphoriapos.core.checkout;

import com.euphoriapos.core.checkout.OpenSale.ScannedCode;
import com.euphoriapos.core.checkout.Takings.Taking;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TenderLineItem;
import com.euphoriapos.domain.TenderType;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The open sale as text. A newer program reads what an older one wrote, and leaves out what it does not know. */
final class OpenSaleCodec {
    static final int VERSION = 1;

    private OpenSaleCodec() {}

    static String encode(OpenSale sale) {
        return Json.object(json -> {
            json.writeNumberField("v", VERSION);
            RetailTransaction transaction = sale.transaction();
            json.writeStringField("id", transaction.id());
            json.writeStringField("workstationId", transaction.workstationId());
            json.writeStringField("operatorId", transaction.operatorId());
            json.writeNumberField("openedAt", transaction.openedAt().toEpochMilli());
            json.writeNumberField("chosenLine", sale.chosenLine());
            json.writeArrayFieldStart("lines");
            for (SaleLineItem line : transaction.lines()) {
                write(json, line);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("tenders");
            for (TenderLineItem tender : sale.tenders()) {
                json.writeStartObject();
                json.writeStringField("type", tender.type().name());
                json.writeNumberField("tendered", tender.tendered().cents());
                json.writeNumberField("change", tender.change().cents());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("scans");
            for (ScannedCode scan : sale.scans()) {
                json.writeStartObject();
                json.writeStringField("code", scan.code());
                json.writeNumberField("line", scan.lineNumber());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("takings");
            for (Taking taking : sale.takings().all()) {
                write(json, taking);
            }
            json.writeEndArray();
            json.writeNumberField("acts", sale.acts().count());
        });
    }

    /** @throws RuntimeException when the text is damaged; nothing of it may be used then */
    static OpenSale decode(String text) {
        JsonObject json = Json.parseObject(text);
        if (json.number("v") > VERSION) {
            throw new IllegalArgumentException("written by a newer program, version " + json.number("v"));
        }
        RetailTransaction transaction = new RetailTransaction(
                json.text("id"),
                json.text("workstationId"),
                json.text("operatorId"),
                Instant.ofEpochMilli(json.number("openedAt")),
                json.objects("lines").stream().map(OpenSaleCodec::line).toList());
        List<TenderLineItem> tenders = json.objects("tenders").stream()
                .map(tender -> new TenderLineItem(
                        TenderType.valueOf(tender.text("type")),
                        Money.ofCents(tender.number("tendered")),
                        Money.ofCents(tender.number("change"))))
                .toList();
        List<ScannedCode> scans = json.objects("scans").stream()
                .map(scan -> new ScannedCode(scan.text("code"), scan.smallNumber("line")))
                .toList();
        List<Taking> takings =
                json.objects("takings").stream().map(OpenSaleCodec::taking).toList();
        // The acts themselves stand in the journal: whoever kept this text wrote them in the same transaction.
        SaleActs acts = new SaleActs(Math.toIntExact(json.number("acts", 0)), List.of());
        return new OpenSale(transaction, json.smallNumber("chosenLine"), tenders, scans, new Takings(takings), acts);
    }

    private static void write(JsonGenerator json, SaleLineItem line) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", line.lineNumber());
        json.writeStringField("productId", line.productId());
        json.writeStringField("sku", line.sku());
        json.writeStringField("name", line.name());
        json.writeStringField("category", line.category());
        json.writeNumberField("sizeMillilitres", line.sizeMillilitres());
        json.writeNumberField("packSize", line.packSize());
        json.writeNumberField("quantity", line.quantity().thousandths());
        json.writeNumberField("unitPrice", line.unitPrice().cents());
        json.writeStringField("taxCategory", line.taxCategory());
        json.writeStringField("code", line.code());
        json.writeBooleanField("voided", line.voided());
        json.writeStringField("voidedBy", line.voidedBy());
        if (line.override().isPresent()) {
            PriceOverride override = line.override().get();
            json.writeNumberField("regularPrice", override.regularPrice().cents());
            json.writeStringField("priceReason", override.reason());
            json.writeStringField("priceChangedBy", override.changedBy());
            json.writeStringField("priceApprovedBy", override.approvedBy());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Taking taking) throws IOException {
        json.writeStartObject();
        json.writeNumberField("line", taking.line());
        json.writeStringField("kind", taking.kind().name());
        json.writeStringField("by", taking.by());
        json.writeNumberField("amount", taking.amount().cents());
        json.writeNumberField("limit", taking.limit().cents());
        json.writeBooleanField("allowed", taking.allowed());
        json.writeEndObject();
    }

    private static Taking taking(JsonObject json) {
        return new Taking(
                json.smallNumber("line"),
                Takings.Kind.valueOf(json.text("kind")),
                json.text("by"),
                Money.ofCents(json.number("amount")),
                Money.ofCents(json.number("limit", 0)),
                json.flag("allowed"));
    }

    private static SaleLineItem line(JsonObject json) {
        return new SaleLineItem(
                json.smallNumber("number"),
                json.text("productId"),
                json.text("sku"),
                json.text("name"),
                json.text("category"),
                json.smallNumber("sizeMillilitres"),
                json.smallNumber("packSize"),
                new Quantity(json.number("quantity")),
                Money.ofCents(json.number("unitPrice")),
                json.text("taxCategory"),
                json.text("code"),
                json.flag("voided"),
                json.text("voidedBy"),
                override(json));
    }

    private static Optional<PriceOverride> override(JsonObject json) {
        String reason = json.text("priceReason", "");
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(new PriceOverride(
                        Money.ofCents(json.number("regularPrice")),
                        reason,
                        json.text("priceChangedBy"),
                        json.text("priceApprovedBy")));
    }
}
