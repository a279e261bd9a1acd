package com.euphoriapos.core.checkout;

import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.api.store.OutboxRepository.Message;
import com.euphoriapos.api.store.SuspendedRepository;
import com.euphoriapos.api.store.SuspendedRepository.Suspended;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.checkout.SaleShelf.Aside;
import com.euphoriapos.core.checkout.Takings.Taking;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.fasterxml.jackson.core.JsonGenerator;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What lanes tell each other of suspended sales, field by field; the schema is in docs/sync-protocol.md. */
final class SuspendedMessages {
    private SuspendedMessages() {}

    /** The sale as other lanes, and this one later, read it. */
    static Suspended sale(Aside aside, String number, String note) {
        RetailTransaction transaction = aside.sale().transaction();
        Operator operator = aside.desk().operator();
        Instant at = aside.desk().at();
        Money total = aside.priced().total();
        Quantity items = aside.priced().itemCount();
        String lane = aside.desk().settings().workstationId();
        String body = Json.object(json -> {
            json.writeStringField("id", transaction.id());
            json.writeStringField("number", number);
            json.writeStringField("workstationId", lane);
            json.writeStringField("operatorId", operator.employeeId());
            json.writeStringField("operatorName", operator.shortName());
            json.writeStringField("note", note);
            json.writeStringField("openedBy", transaction.operatorId());
            json.writeNumberField("openedAt", transaction.openedAt().toEpochMilli());
            json.writeNumberField("suspendedAt", at.toEpochMilli());
            json.writeNumberField("total", total.cents());
            json.writeNumberField("itemCount", items.thousandths());
            json.writeArrayFieldStart("items");
            for (SaleLineItem line : transaction.lines()) {
                SaleMessages.item(json, line);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("takings");
            for (Taking taking : aside.sale().takings().all()) {
                write(json, taking);
            }
            json.writeEndArray();
        });
        return new Suspended(transaction.id(), number, lane, operator.shortName(), total, items, note, body, at);
    }

    private static void write(JsonGenerator json, Taking taking) throws IOException {
        json.writeStartObject();
        json.writeNumberField("lineNumber", taking.line());
        json.writeStringField("kind", taking.kind().name());
        json.writeStringField("employeeId", taking.by());
        json.writeNumberField("amount", taking.amount().cents());
        json.writeNumberField("limit", taking.limit().cents());
        json.writeBooleanField("allowed", taking.allowed());
        json.writeEndObject();
    }

    static Message suspended(Suspended sale, String actor) {
        return message(Topics.SALE_SUSPENDED, sale.id(), sale.body(), actor, sale.at());
    }

    /** Somebody took a sale up. */
    static Message claimed(Suspended sale, String actor, Instant at) {
        String payload = Json.object(json -> {
            json.writeStringField("name", SuspendedRepository.claimName(sale.id()));
            json.writeStringField("about", "Suspended sale " + sale.number());
            json.writeNumberField("claimedAt", at.toEpochMilli());
        });
        return message(Topics.CLAIM_MADE, sale.id(), payload, actor, at);
    }

    private static Message message(String topic, String suspendedId, String payload, String actor, Instant at) {
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        return new Message(id, topic, SuspendedRepository.claimName(suspendedId), payload, actor, at);
    }

    /** The row of what a lane tells; refused where it could not be resumed. */
    static Suspended row(String body) {
        Payload sale = Payload.of(body);
        Suspended row = sale.valid(() -> new Suspended(
                sale.uuid("id"),
                sale.key("number"),
                sale.key("workstationId"),
                sale.text("operatorName"),
                sale.money("total"),
                sale.quantity("itemCount"),
                sale.text("note"),
                body,
                sale.moment("suspendedAt")));
        if (!SuspendedSales.NUMBER.matcher(row.number()).matches()) {
            throw sale.refused("number", "is none of a chit");
        }
        if (row.note().length() > SuspendedSales.NOTE_MAX) {
            throw sale.refused("note", "is longer than " + SuspendedSales.NOTE_MAX);
        }
        resumed(body, row.id(), row.workstationId());
        return row;
    }

    /**
     * The sale that is in a body, to go on with on a lane: with an identity of its own, because two lanes that were apart may both go on
     * with it, and both may sell.
     */
    static OpenSale resumed(String body, String newId, String workstationId) {
        Payload sale = Payload.of(body);
        List<SaleLineItem> lines = sale.valid(() -> SaleReader.lines(sale));
        RetailTransaction transaction = sale.valid(() ->
                new RetailTransaction(newId, workstationId, sale.key("openedBy"), sale.moment("openedAt"), lines));
        int chosen = lines.stream()
                .filter(line -> !line.voided())
                .mapToInt(SaleLineItem::lineNumber)
                .max()
                .orElse(0);
        List<Taking> takings =
                sale.objects("takings").stream().map(SuspendedMessages::taking).toList();
        return new OpenSale(transaction, chosen, List.of(), List.of(), new Takings(takings), SaleActs.NONE);
    }

    private static Taking taking(Payload taking) {
        return taking.valid(() -> new Taking(
                taking.count("lineNumber", 1),
                taking.word("kind", Takings.Kind.class),
                taking.key("employeeId"),
                taking.money("amount"),
                taking.money("limit"),
                taking.flag("allowed")));
    }
}
