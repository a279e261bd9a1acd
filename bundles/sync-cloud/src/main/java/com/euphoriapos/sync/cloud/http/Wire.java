package com.euphoriapos.sync.cloud.http;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Topics;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** What goes to the cloud, as JSON. Of people goes what they are called and may, nothing that they sign in with. */
public final class Wire {
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(Line.BODY_MAX)
                    .maxNameLength(1_000)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** Of a person's message. A field that is not here stays on the lanes. */
    private static final Set<String> OF_PEOPLE = Set.of(
            "id", "firstName", "lastName", "role", "roleBefore", "active", "parts", "base", "actorRole", "updatedAt");

    private Wire() {}

    /**
     * An event to send.
     *
     * @param previous the link that it continues; empty where the event before it goes along
     */
    public record Sent(Event event, String previous) {}

    /** A batch. */
    public static String batch(List<Sent> events) {
        return text(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("events");
            for (Sent each : events) {
                event(json, each);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void event(JsonGenerator json, Sent sent) throws IOException {
        Event event = sent.event();
        boolean person = event.topic().equals(Topics.EMPLOYEE_UPSERT);
        json.writeStartObject();
        json.writeStringField("id", event.id());
        json.writeStringField("topic", event.topic());
        json.writeStringField("origin", event.stream().origin());
        json.writeStringField("epoch", event.stream().epoch());
        json.writeNumberField("seq", event.seq());
        json.writeNumberField("txg", event.txg());
        json.writeStringField("agg", event.aggregate());
        json.writeStringField("hlc", event.hlc());
        json.writeNumberField("ts", event.ts());
        json.writeStringField("actor", event.actor());
        json.writeNumberField("schema", event.schema());
        json.writeStringField("hash", event.hash());
        if (!sent.previous().isEmpty()) {
            json.writeStringField("previous", sent.previous());
        }
        if (person) {
            json.writeBooleanField("redacted", true);
        }
        json.writeStringField("payload", person ? withoutSecrets(event.payload()) : event.payload());
        json.writeEndObject();
    }

    /** What is no JSON object is not looked into, so nothing of it goes. */
    private static String withoutSecrets(String payload) {
        try (JsonParser parser = JSON.createParser(payload)) {
            StringWriter out = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(out)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return "{}";
                }
                json.writeStartObject();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (OF_PEOPLE.contains(name)) {
                        json.writeFieldName(name);
                        json.copyCurrentStructure(parser);
                    } else {
                        parser.skipChildren();
                    }
                }
                json.writeEndObject();
            }
            return out.toString();
        } catch (IOException e) {
            return "{}";
        }
    }

    static String enrolment(String code, String node, String label) {
        return text(json -> {
            json.writeStartObject();
            json.writeStringField("code", code);
            json.writeStringField("node", node);
            json.writeStringField("label", label);
            json.writeEndObject();
        });
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String text(Body body) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
