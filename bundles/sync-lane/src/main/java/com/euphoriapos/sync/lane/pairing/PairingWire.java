package com.euphoriapos.sync.lane.pairing;

import com.euphoriapos.api.replication.Pairing.Admitted;
import com.euphoriapos.api.sync.PairedLane;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is sent while pairing, as JSON of few and short fields; docs/sync-protocol.md describes it. Unknown fields are left out. */
public final class PairingWire {
    private static final int DEPTH_MAX = 4;
    private static final int TEXT_MAX = 4_096;
    private static final int LANES_MAX = 200;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(TEXT_MAX)
                    .maxNumberLength(10)
                    .maxNameLength(128)
                    .build())
            .build();

    private PairingWire() {}

    /**
     * The inviting lane's answer to a proof.
     *
     * @param proof its own
     */
    public record Answer(String proof, Admitted admitted) {}

    /** Writes an object of texts. */
    public static byte[] texts(Map<String, String> fields) {
        return write(json -> {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        });
    }

    /**
     * Reads the texts of an object; other values are left out.
     *
     * @throws IOException when it is none
     */
    public static Map<String, String> texts(byte[] bytes) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(bytes)) {
            expect(json, JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
            end(json);
        }
        return fields;
    }

    /** Writes the answer. */
    public static byte[] answer(Answer answer) {
        Admitted admitted = answer.admitted();
        return write(json -> {
            json.writeStartObject();
            json.writeStringField("proof", answer.proof());
            json.writeStringField("store", admitted.storeName());
            json.writeArrayFieldStart("lanes");
            for (PairedLane lane : admitted.lanes()) {
                json.writeStartObject();
                json.writeStringField("node", lane.node());
                json.writeStringField("label", lane.label());
                json.writeStringField("state", lane.state().name());
                json.writeStringField("address", lane.address());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("secrets");
            for (Map.Entry<String, byte[]> secret : admitted.secrets().entrySet()) {
                json.writeBinaryField(secret.getKey(), secret.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("local");
            for (Map.Entry<String, String> row : admitted.local().entrySet()) {
                json.writeStringField(row.getKey(), row.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /**
     * Reads an answer. What is in it is not to be believed before its proof was checked.
     *
     * @throws IOException when it is none
     */
    public static Answer answer(byte[] bytes) throws IOException {
        String proof = "";
        String store = "";
        List<PairedLane> lanes = new ArrayList<>();
        Map<String, byte[]> secrets = new HashMap<>();
        Map<String, String> local = new HashMap<>();
        try (JsonParser json = JSON.createParser(bytes)) {
            expect(json, JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "proof" -> proof = text(json);
                    case "store" -> store = text(json);
                    case "lanes" -> readLanes(json, lanes);
                    case "secrets" -> readEach(json, key -> secrets.put(key, json.getBinaryValue()));
                    case "local" -> readEach(json, key -> local.put(key, text(json)));
                    default -> json.skipChildren();
                }
            }
            end(json);
        }
        return new Answer(proof, new Admitted(store, lanes, secrets, local));
    }

    private static void readLanes(JsonParser json, List<PairedLane> lanes) throws IOException {
        expectNow(json, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> fields = new HashMap<>();
            json.nextToken();
            while (json.currentToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, text(json));
                json.nextToken();
            }
            try {
                PairedLane.State state = PairedLane.State.valueOf(fields.getOrDefault("state", ""));
                lanes.add(new PairedLane(
                        fields.getOrDefault("node", ""),
                        fields.getOrDefault("label", ""),
                        state,
                        fields.getOrDefault("address", "")));
            } catch (IllegalArgumentException e) {
                throw new IOException("a lane in a state that is not known", e);
            }
            if (lanes.size() > LANES_MAX) {
                throw new IOException("too many lanes");
            }
        }
    }

    private interface Row {
        void read(String key) throws IOException;
    }

    private static void readEach(JsonParser json, Row row) throws IOException {
        expectNow(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            row.read(key);
        }
    }

    private static String text(JsonParser json) throws IOException {
        expectNow(json, JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException {
        json.nextToken();
        expectNow(json, token);
    }

    private static void expectNow(JsonParser json, JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw new IOException("not what was expected: " + json.currentToken());
        }
    }

    private static void end(JsonParser json) throws IOException {
        expectNow(json, JsonToken.END_OBJECT);
        if (json.nextToken() != null) {
            throw new IOException("more than one object");
        }
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            body.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
