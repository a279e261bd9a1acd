package com.euphoriapos.sync.wire;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.StreamId;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads one event; which stream it is of stands elsewhere in the frame. */
final class EventReader {
    private final FieldReader fields;
    private final String place;

    private String id = "";
    private String topic = "";
    private String aggregate = "";
    private String hlc = "";
    private String actor = "";
    private String hash = "";
    private String payload = "";
    private long seq = FieldReader.MISSING;
    private long group = FieldReader.MISSING;
    private long at = FieldReader.MISSING;
    private long schema = FieldReader.MISSING;

    private EventReader(FieldReader fields, String place) {
        this.fields = fields;
        this.place = place;
    }

    /** From the opening brace to the closing one. */
    static EventReader read(FieldReader fields, String place) throws IOException {
        EventReader reader = new EventReader(fields, place);
        int from = fields.tokenAt();
        fields.expect(JsonToken.START_OBJECT, place);
        while (fields.nextField()) {
            reader.field(fields.name());
        }
        String payload = reader.payload;
        if (WireLimits.utf8(payload, 0, payload.length(), WireLimits.PAYLOAD) > WireLimits.PAYLOAD) {
            throw new FrameException(place + ".payload has more than " + WireLimits.PAYLOAD + " bytes");
        }
        if (WireLimits.utf8(fields.text(), from, fields.tokenEnd(), WireLimits.EVENT) > WireLimits.EVENT) {
            throw new FrameException(place + " has more than " + WireLimits.EVENT + " bytes");
        }
        return reader;
    }

    private void field(String name) throws IOException {
        String where = place + "." + name;
        switch (name) {
            case "id" -> id = fields.text(where, WireLimits.TEXT);
            case "topic" -> topic = fields.text(where, WireLimits.TEXT);
            case "agg" -> aggregate = fields.text(where, WireLimits.TEXT);
            case "hlc" -> hlc = fields.text(where, WireLimits.TEXT);
            case "actor" -> actor = fields.text(where, WireLimits.TEXT);
            case "hash" -> hash = fields.text(where, WireLimits.TEXT);
            case "payloadText" -> payload = fields.text(where, WireLimits.PAYLOAD);
            case "payload" -> payload = fields.object(where);
            case "seq" -> seq = fields.number(where);
            case "txg" -> group = fields.number(where);
            case "ts" -> at = fields.number(where);
            case "schema" -> schema = fields.number(where);
            default -> fields.skip();
        }
    }

    Event event(StreamId stream) {
        boolean complete = !id.isEmpty() && !topic.isEmpty() && !hash.isEmpty() && !payload.isEmpty();
        boolean numbered = seq > 0 && group >= 0 && at >= 0 && schema >= 0 && schema <= Integer.MAX_VALUE;
        if (!complete || !numbered) {
            throw new FrameException(place + " lacks a field");
        }
        return new Event(id, topic, stream, seq, group, aggregate, hlc, at, actor, (int) schema, payload, hash);
    }
}
