package com.euphoriapos.core.catalog;

import com.euphoriapos.domain.Money;
import com.euphoriapos.domain.Product;
import com.euphoriapos.domain.ProductBarcode;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Products as the JSON payload of {@code product:bulk_upsert}, which is also how an import is staged. Thread-safe. */
final class ProductJson {
    /** Bytes of a payload at most: with its envelope it stays below the 256 KiB of a batch. */
    static final int BYTES_MAX = 240 << 10;

    private static final JsonFactory JSON = new JsonFactory();

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
        Product product = one.product();
        StringWriter out = new StringWriter(320);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
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
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** A payload read back. */
    record Payload(long updatedAtMillis, List<ProductRecord> records) {}

    /**
     * Reads what {@link #payloads} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    static Payload read(String payload) {
        long updatedAt = 0;
        List<ProductRecord> records = new ArrayList<>();
        try (JsonParser json = JSON.createParser(payload)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean products = json.currentName().equals("products");
                json.nextToken();
                if (products) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        records.add(product(json));
                    }
                } else {
                    updatedAt = json.getLongValue();
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not a list of products", e);
        }
        return new Payload(updatedAt, records);
    }

    private static ProductRecord product(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        Map<String, Integer> packs = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String code = json.currentName();
                    json.nextToken();
                    packs.put(code, json.getIntValue());
                }
            } else {
                fields.put(name, json.getText());
            }
        }
        Product product = new Product(
                field(fields, "id"),
                field(fields, "sku"),
                field(fields, "name"),
                field(fields, "category"),
                Integer.parseInt(field(fields, "sizeMillilitres")),
                Money.ofCents(Long.parseLong(field(fields, "priceCents"))),
                Integer.parseInt(field(fields, "caseSize")),
                field(fields, "taxCategory"),
                Boolean.parseBoolean(field(fields, "active")));
        List<ProductBarcode> barcodes = new ArrayList<>();
        packs.forEach((code, pack) -> barcodes.add(new ProductBarcode(code, product.id(), pack)));
        return new ProductRecord(product, barcodes);
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a product without \"" + name + "\"");
        }
        return value;
    }
}
