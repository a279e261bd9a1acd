package com.euphoriapos.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts to values and back. Values are {@link String}, {@link Long}, {@link Boolean}, {@link List} and {@link JsonObject};
 * null and what is no whole number are left out, since nothing of ours writes them.
 */
public final class Json {
    /** Names of fields are no fixed set, barcodes are among them: remembering them would fill a table that every parser searches. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private Json() {}

    /** Writes into a generator. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** An object with what the body writes into it. */
    public static String object(Body body) {
        return text(json -> {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        });
    }

    /** The value that the body writes. */
    public static String text(Body body) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is no JSON object
     */
    public static JsonObject parseObject(String text) {
        if (parse(text) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    public static Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one JSON value");
            }
            return value;
        } catch (IOException e) {
            // The message of the parser quotes the text, which may be private.
            throw new IllegalArgumentException("not JSON: " + e.getClass().getSimpleName());
        }
    }

    /**
     * The value of a field as it was written, character by character; for what is kept and not understood. The text is known to be JSON.
     *
     * @throws IllegalArgumentException when the object has no such field
     */
    public static String rawField(String object, String name) {
        try (JsonParser parser = FACTORY.createParser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(name);
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (wanted) {
                    // A text is read to its end only when somebody asks for it.
                    parser.getText();
                    return object.substring(
                            start, (int) parser.currentLocation().getCharOffset());
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getClass().getSimpleName());
        }
        throw new IllegalArgumentException("\"" + name + "\" is missing");
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IllegalArgumentException("no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> Absent.ABSENT;
        };
    }

    private static JsonObject object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser);
            if (value != Absent.ABSENT) {
                fields.put(name, value);
            }
        }
        return new JsonObject(fields);
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(parser);
            if (value != Absent.ABSENT) {
                elements.add(value);
            }
        }
        return elements;
    }

    private enum Absent {
        ABSENT
    }
}
