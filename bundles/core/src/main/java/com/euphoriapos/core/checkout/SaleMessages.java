package com.euphoriapos.core.checkout;

import com.euphoriapos.api.store.InventoryRepository;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.sync.Topics;
import com.euphoriapos.core.inventory.StockMessages;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.CompletedTransaction;
import com.euphoriapos.domain.PriceOverride;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.domain.RetailTransaction;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.domain.TaxLineItem;
import com.euphoriapos.domain.TenderLineItem;
import com.fasterxml.jackson.core.JsonGenerator;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a sale tells the other lanes and the cloud. Every field is named here by hand: what is not in these lists never leaves
 * the lane. The schema is in docs/sync-protocol.md.
 */
final class SaleMessages {
    private SaleMessages() {}

    /** The changes of stock, one a line that takes any; their ids follow from the sale, so applying twice is applying once. */
    static List<InventoryRepository.Change> changes(CompletedTransaction sale) {
        UUID saleId = UUID.fromString(sale.id());
        List<InventoryRepository.Change> changes = new ArrayList<>();
        for (SaleLineItem line : sale.priced().transaction().lines()) {
            if (line.pieces().isPositive()) {
                String changeId = UuidCreator.getNameBasedSha1(saleId, Integer.toString(line.lineNumber()))
                        .toString();
                changes.add(new InventoryRepository.Change(
                        changeId,
                        line.productId(),
                        line.pieces().negated(),
                        StockMessages.REASON_SALE,
                        sale.id(),
                        sale.completedAt()));
            }
        }
        return changes;
    }

    /** The sale first, then its changes of stock. */
    static List<OutboxRepository.Message> messages(
            CompletedTransaction sale, List<InventoryRepository.Change> changes) {
        List<OutboxRepository.Message> messages = new ArrayList<>(changes.size() + 1);
        messages.add(new OutboxRepository.Message(
                UuidCreator.getTimeOrderedEpoch().toString(),
                Topics.TRANSACTION_NEW,
                aggregate(sale.id()),
                transactionNew(sale),
                sale.operatorId(),
                sale.completedAt()));
        for (InventoryRepository.Change change : changes) {
            messages.add(StockMessages.update(change, sale.operatorId()));
        }
        return messages;
    }

    static String aggregate(String saleId) {
        return "transaction:" + saleId;
    }

    private static String transactionNew(CompletedTransaction sale) {
        return Json.object(json -> {
            PricedTransaction priced = sale.priced();
            RetailTransaction transaction = priced.transaction();
            json.writeStringField("id", sale.id());
            json.writeStringField("receiptNumber", sale.receiptNumber());
            json.writeStringField("workstationId", transaction.workstationId());
            json.writeStringField("openedBy", transaction.operatorId());
            json.writeStringField("operatorId", sale.operatorId());
            json.writeStringField("operatorName", sale.operatorName());
            json.writeNumberField("openedAt", transaction.openedAt().toEpochMilli());
            json.writeNumberField("completedAt", sale.completedAt().toEpochMilli());
            json.writeStringField("businessDay", sale.businessDay().toString());
            json.writeNumberField("subtotal", priced.subtotal().cents());
            json.writeNumberField("tax", priced.tax().cents());
            json.writeNumberField("total", priced.total().cents());
            json.writeNumberField("cashRounding", sale.cashRounding().cents());
            json.writeArrayFieldStart("items");
            for (SaleLineItem line : transaction.lines()) {
                item(json, line);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("taxes");
            for (TaxLineItem tax : priced.taxes()) {
                tax(json, tax);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("tenders");
            for (TenderLineItem tender : sale.tenders()) {
                tender(json, tender);
            }
            json.writeEndArray();
        });
    }

    static void item(JsonGenerator json, SaleLineItem line) throws IOException {
        json.writeStartObject();
        json.writeNumberField("lineNumber", line.lineNumber());
        json.writeStringField("productId", line.productId());
        json.writeStringField("sku", line.sku());
        json.writeStringField("name", line.name());
        json.writeStringField("category", line.category());
        json.writeNumberField("sizeMillilitres", line.sizeMillilitres());
        json.writeNumberField("packSize", line.packSize());
        json.writeNumberField("quantity", line.quantity().thousandths());
        json.writeNumberField("unitPrice", line.unitPrice().cents());
        json.writeNumberField("extendedAmount", line.extendedAmount().cents());
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

    private static void tax(JsonGenerator json, TaxLineItem tax) throws IOException {
        json.writeStartObject();
        json.writeStringField("category", tax.category());
        json.writeNumberField("ratePpm", tax.rate().partsPerMillion());
        json.writeNumberField("taxable", tax.taxable().cents());
        json.writeNumberField("amount", tax.amount().cents());
        json.writeEndObject();
    }

    private static void tender(JsonGenerator json, TenderLineItem tender) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", tender.type().name());
        json.writeNumberField("tendered", tender.tendered().cents());
        json.writeNumberField("change", tender.change().cents());
        json.writeEndObject();
    }
}
