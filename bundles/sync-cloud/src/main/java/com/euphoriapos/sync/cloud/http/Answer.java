package com.euphoriapos.sync.cloud.http;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Failure;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Outcome;
import com.euphoriapos.sync.cloud.protocol.CloudInput.Result;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A JSON object of the cloud: its fields as they stand there, looked into when they are asked for. */
final class Answer {
    private final Map<String, String> raw;

    private Answer(Map<String, String> raw) {
        this.raw = raw;
    }

    /** Empty where it is no JSON object. */
    static Optional<Answer> parse(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            return Optional.of(new Answer(fields(text)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(String text) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = Wire.JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, raw(text, parser));
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new IOException("more than an object");
            }
        }
        return fields;
    }

    private static List<String> elements(String text) throws IOException {
        List<String> elements = new ArrayList<>();
        try (JsonParser parser = Wire.JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("no array");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(raw(text, parser));
            }
        }
        return elements;
    }

    /** The present value, character by character but for texts, which are read. */
    private static String raw(String text, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        int from = (int) parser.currentTokenLocation().getCharOffset();
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
            return text.substring(from, (int) parser.currentLocation().getCharOffset());
        }
        return parser.getText();
    }

    private static DoorException strange(String name) {
        return new DoorException(Failure.TROUBLE, "Its answer is none of this version: " + name + ".", 0);
    }

    String textOr(String name, String otherwise) {
        return raw.getOrDefault(name, otherwise);
    }

    String text(String name) throws DoorException {
        String text = raw.get(name);
        if (text == null) {
            throw strange(name);
        }
        return text;
    }

    boolean flag(String name) {
        return textOr(name, "false").equals("true");
    }

    private static long number(Map<String, String> fields, String name) throws DoorException {
        try {
            return Long.parseLong(fields.getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            throw strange(name);
        }
    }

    Map<StreamId, Mark> positions() throws DoorException {
        Map<StreamId, Mark> marks = new HashMap<>();
        try {
            for (String each : elements(text("positions"))) {
                List<String> parts = elements(each);
                marks.put(
                        new StreamId(parts.get(0), parts.get(1)), new Mark(Long.parseLong(parts.get(2)), parts.get(3)));
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw strange("positions");
        }
        return marks;
    }

    List<Result> results() throws DoorException {
        List<Result> results = new ArrayList<>();
        try {
            for (String each : elements(text("results"))) {
                Map<String, String> fields = fields(each);
                results.add(new Result(
                        new StreamId(fields.getOrDefault("origin", ""), fields.getOrDefault("epoch", "")),
                        number(fields, "seq"),
                        Outcome.valueOf(fields.getOrDefault("result", "").toUpperCase(Locale.ROOT)),
                        fields.getOrDefault("reason", "")));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw strange("results");
        }
        return results;
    }

    List<String> changes() throws DoorException {
        try {
            return elements(text("changes"));
        } catch (IOException e) {
            throw strange("changes");
        }
    }

    List<Door.Day> days() throws DoorException {
        List<Door.Day> days = new ArrayList<>();
        try {
            for (String each : elements(text("days"))) {
                Map<String, String> fields = fields(each);
                days.add(new Door.Day(
                        fields.getOrDefault("day", ""),
                        number(fields, "count"),
                        fields.getOrDefault("digest", ""),
                        number(fields, "totalCents")));
            }
        } catch (IOException e) {
            throw strange("days");
        }
        return days;
    }
}
