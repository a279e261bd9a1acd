package com.euphoriapos.core.catalog;

import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Payload;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Products as JSON: how an import is staged, and how messages hold them. Thread-safe. */
final class ProductJson {
    /** Bytes of a payload at most: with its envelope it stays below the 256 KiB of a batch. */
    static final int BYTES_MAX = 240 << 10;

    private ProductJson() {}

    /** All of them, in payloads of at most {@link #BYTES_MAX} bytes. */
    static List<String> payloads(List<ProductRecord> records, long updatedAtMillis) {
        List<String> payloads = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        String head = "{\"updatedAt\":" + updatedAtMillis + ",\"products\":[";
        int bytes = 0;
        for (ProductRecord one : records) {
            String product = write(one);
            int more = product.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes + more > BYTES_MAX - head.length() - 2) {
                payloads.add(head + current + "]}");
                current.setLength(0);
                bytes = 0;
            }
            current.append(current.isEmpty() ? "" : ",").append(product);
            bytes += more;
        }
        if (!current.isEmpty()) {
            payloads.add(head + current + "]}");
        }
        return payloads;
    }

    private static String write(ProductRecord one) {
        return Json.object(json -> fields(json, one));
    }

    /** The fields of a product. */
    static void fields(JsonGenerator json, ProductRecord one) throws IOException {
        Product product = one.product();
        json.writeStringField("id", product.id());
        json.writeStringField("sku", product.sku());
        json.writeStringField("name", product.name());
        json.writeStringField("category", product.category());
        json.writeNumberField("sizeMillilitres", product.sizeMillilitres());
        json.writeNumberField("priceCents", product.price().cents());
        json.writeNumberField("caseSize", product.caseSize());
        json.writeStringField("taxCategory", product.taxCategory());
        json.writeBooleanField("active", product.active());
        json.writeObjectFieldStart("barcodes");
        for (ProductBarcode barcode : one.barcodes()) {
            json.writeNumberField(barcode.code(), barcode.packSize());
        }
        json.writeEndObject();
    }

    /** What was staged, read back. */
    record Staged(long updatedAtMillis, List<ProductRecord> records) {}

    /**
     * Reads what {@link #payloads} wrote.
     *
     * @throws com.euphoriapos.api.replication.EventRejectedException with the field when it is anything else
     */
    static Staged read(String text) {
        Payload payload = Payload.of(text);
        List<ProductRecord> records =
                payload.objects("products").stream().map(ProductJson::product).toList();
        return new Staged(payload.number("updatedAt"), records);
    }

    /** A product among others. */
    static ProductRecord product(Payload json) {
        Product product = json.valid(() -> new Product(
                json.key("id"),
                json.text("sku"),
                json.text("name"),
                json.text("category"),
                json.count("sizeMillilitres", 0),
                json.money("priceCents"),
                json.count("caseSize", 1),
                json.text("taxCategory"),
                json.flag("active")));
        Payload packs = json.object("barcodes");
        List<ProductBarcode> barcodes = packs.names().stream()
                .sorted()
                .map(code -> packs.valid(() -> new ProductBarcode(code, product.id(), packs.count(code, 1))))
                .toList();
        return new ProductRecord(product, barcodes);
    }
}
