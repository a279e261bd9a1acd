package com.euphoriapos.core.receipt;

import com.euphoriapos.device.api.ReceiptDocument;
import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Barcode;
import com.euphoriapos.device.api.ReceiptDocument.Columns;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Element;
import com.euphoriapos.device.api.ReceiptDocument.Feed;
import com.euphoriapos.device.api.ReceiptDocument.Rule;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptDocument.Symbology;
import com.euphoriapos.device.api.ReceiptDocument.Text;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A receipt document as the JSON text that a print job keeps, and back. Thread-safe. */
final class ReceiptJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ReceiptJson() {}

    static String write(ReceiptDocument document) {
        StringWriter out = new StringWriter(2048);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            for (Element element : document.elements()) {
                json.writeStartObject();
                write(json, element);
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Element element) throws IOException {
        if (element instanceof Text text) {
            json.writeStringField("text", text.text());
            json.writeStringField("align", text.align().name());
            json.writeStringField("style", text.style().name());
        } else if (element instanceof Columns columns) {
            json.writeStringField("left", columns.left());
            json.writeStringField("right", columns.right());
            json.writeStringField("style", columns.style().name());
        } else if (element instanceof Barcode barcode) {
            json.writeStringField("barcode", barcode.data());
            json.writeStringField("symbology", barcode.symbology().name());
        } else if (element instanceof Feed feed) {
            json.writeStringField("feed", Integer.toString(feed.lines()));
        } else {
            json.writeStringField(element instanceof Cut ? "cut" : "rule", "");
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    static ReceiptDocument read(String text) {
        List<Element> elements = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("a receipt document is a list");
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                elements.add(element(fields(json)));
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw new IllegalArgumentException("a receipt document is a list of objects");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not a receipt document", e);
        }
        return new ReceiptDocument(elements);
    }

    private static Map<String, String> fields(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, json.getText());
        }
        return fields;
    }

    private static Element element(Map<String, String> fields) {
        if (fields.containsKey("text")) {
            return new Text(
                    field(fields, "text"),
                    Align.valueOf(field(fields, "align")),
                    Style.valueOf(field(fields, "style")));
        }
        if (fields.containsKey("left")) {
            return new Columns(field(fields, "left"), field(fields, "right"), Style.valueOf(field(fields, "style")));
        }
        if (fields.containsKey("barcode")) {
            return new Barcode(field(fields, "barcode"), Symbology.valueOf(field(fields, "symbology")));
        }
        if (fields.containsKey("feed")) {
            return new Feed(Integer.parseInt(field(fields, "feed")));
        }
        if (fields.containsKey("cut")) {
            return new Cut();
        }
        if (fields.containsKey("rule")) {
            return new Rule();
        }
        throw new IllegalArgumentException("unknown element " + fields.keySet());
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no \"" + name + "\" in " + fields.keySet());
        }
        return value;
    }
}
