package com.euphoriapos.sync.wire;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.protocol.Frame;
import com.euphoriapos.sync.protocol.Positions;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes frames. */
final class FrameWriter {
    private final JsonGenerator json;

    private FrameWriter(JsonGenerator json) {
        this.json = json;
    }

    static String write(Frame frame, About about, boolean more) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            new FrameWriter(json).frame(frame, about);
            if (more) {
                json.writeBooleanField("more", true);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void frame(Frame frame, About about) throws IOException {
        if (frame instanceof Frame.Hello hello) {
            hello(hello, about);
        } else if (frame instanceof Frame.Events events) {
            segment(events.segment());
        } else if (frame instanceof Frame.Ack ack) {
            ack(ack);
        } else if (frame instanceof Frame.Nack nack) {
            type("NACK");
            stream(nack.stream());
            json.writeNumberField("from", nack.from());
        } else if (frame instanceof Frame.Fetch fetch) {
            type("FETCH");
            stream(fetch.stream());
            json.writeNumberField("after", fetch.after().seq());
            json.writeStringField("hash", fetch.after().hash());
            json.writeNumberField("upTo", fetch.upTo());
        } else if (frame instanceof Frame.Ping ping) {
            type("PING");
            json.writeNumberField("id", ping.id());
            clockAndCloud(about);
            json.writeBooleanField("all", ping.all());
            positions(ping.positions());
        } else if (frame instanceof Frame.Pong pong) {
            type("PONG");
            json.writeNumberField("id", pong.id());
            clockAndCloud(about);
        } else {
            comparing(frame);
        }
    }

    private void comparing(Frame frame) throws IOException {
        if (frame instanceof Frame.Expand expand) {
            type("EXPAND");
            json.writeStringField("origin", expand.origin());
            json.writeStringField("before", expand.before());
        } else if (frame instanceof Frame.Held held) {
            type("HELD");
            json.writeStringField("origin", held.origin());
            json.writeStringField("before", held.before());
            positions(held.positions());
        } else if (frame instanceof Frame.Gone gone) {
            type("GONE");
            stream(gone.stream());
            json.writeNumberField("after", gone.after());
        } else if (frame instanceof Frame.Differs differs) {
            type("DIFFERS");
            stream(differs.stream());
            json.writeNumberField("seq", differs.mine().seq());
            json.writeStringField("hash", differs.mine().hash());
        } else if (frame instanceof Frame.Probe probe) {
            type("PROBE");
            stream(probe.stream());
            json.writeNumberField("seq", probe.seq());
        } else if (frame instanceof Frame.Probed probed) {
            type("PROBED");
            stream(probed.stream());
            json.writeNumberField("seq", probed.seq());
            json.writeStringField("hash", probed.hash());
        } else {
            claiming(frame);
        }
    }

    private void claiming(Frame frame) throws IOException {
        if (frame instanceof Frame.Claim claim) {
            claim("CLAIM", claim.id(), claim.name());
        } else if (frame instanceof Frame.Grant grant) {
            claim("GRANT", grant.id(), grant.name());
        } else if (frame instanceof Frame.Deny deny) {
            claim("DENY", deny.id(), deny.name());
            json.writeStringField("by", deny.by());
            json.writeBooleanField("kept", deny.kept());
        } else if (frame instanceof Frame.Release release) {
            claim("RELEASE", release.id(), release.name());
        } else {
            auditing(frame);
        }
    }

    private void auditing(Frame frame) throws IOException {
        if (frame instanceof Frame.Checksum checksum) {
            type("inventory:checksum");
            json.writeNumberField("id", checksum.id());
            json.writeBooleanField("answer", checksum.answer());
            json.writeStringField("vector", checksum.vector());
            json.writeNumberField("waiting", checksum.parked());
            pairs("tables", checksum.tables());
        } else if (frame instanceof Frame.Buckets buckets) {
            type("BUCKETS");
            json.writeNumberField("id", buckets.id());
            json.writeBooleanField("answer", buckets.answer());
            json.writeStringField("table", buckets.table());
            json.writeArrayFieldStart("digests");
            for (String digest : buckets.digests()) {
                json.writeString(digest);
            }
            json.writeEndArray();
        } else if (frame instanceof Frame.Rows rows) {
            type("ROWS");
            json.writeNumberField("id", rows.id());
            json.writeBooleanField("answer", rows.answer());
            json.writeStringField("table", rows.table());
            json.writeNumberField("bucket", rows.bucket());
            pairs("rows", rows.rows());
        } else {
            mending(frame);
        }
    }

    private void mending(Frame frame) throws IOException {
        if (frame instanceof Frame.Mend mend) {
            type("MEND");
            json.writeNumberField("id", mend.id());
            json.writeBooleanField("answer", mend.answer());
            json.writeStringField("table", mend.table());
            json.writeArrayFieldStart("names");
            for (String name : mend.names()) {
                json.writeString(name);
            }
            json.writeEndArray();
        } else if (frame instanceof Frame.Content content) {
            type("CONTENT");
            json.writeNumberField("id", content.id());
            json.writeBooleanField("answer", content.answer());
            json.writeStringField("table", content.table());
            json.writeStringField("name", content.name());
            json.writeStringField("content", content.content());
        } else if (frame instanceof Frame.Excerpt excerpt) {
            type("EXCERPT");
            json.writeNumberField("id", excerpt.id());
            json.writeBooleanField("answer", excerpt.answer());
            stream(excerpt.stream());
            json.writeNumberField("after", excerpt.after());
            if (excerpt.segment().isPresent()) {
                events(excerpt.segment().get());
            }
        } else {
            throw new IllegalArgumentException("no form for " + frame.getClass());
        }
    }

    private void claim(String type, long id, String name) throws IOException {
        type(type);
        json.writeNumberField("claim", id);
        json.writeStringField("name", name);
    }

    private void pairs(String name, Map<String, String> pairs) throws IOException {
        json.writeArrayFieldStart(name);
        for (Map.Entry<String, String> each : pairs.entrySet()) {
            json.writeString(each.getKey());
            json.writeString(each.getValue());
        }
        json.writeEndArray();
    }

    private void type(String type) throws IOException {
        json.writeStringField("type", type);
    }

    private void stream(StreamId stream) throws IOException {
        json.writeStringField("origin", stream.origin());
        json.writeStringField("epoch", stream.epoch());
    }

    private void clockAndCloud(About about) throws IOException {
        json.writeNumberField("clock", about.clock());
        if (!about.cloud().isEmpty()) {
            json.writeStringField("cloud", about.cloud());
        }
    }

    private void hello(Frame.Hello hello, About about) throws IOException {
        type("HELLO");
        json.writeNumberField("protoMin", hello.protoMin());
        json.writeNumberField("protoMax", hello.protoMax());
        json.writeStringField("node", hello.node());
        json.writeStringField("instance", hello.instance());
        json.writeStringField("app", about.app());
        json.writeNumberField("schema", about.schema());
        json.writeStringField("label", about.label());
        json.writeStringField("address", about.address());
        clockAndCloud(about);
        positions(hello.positions());
    }

    private void positions(Positions positions) throws IOException {
        json.writeArrayFieldStart("positions");
        for (Map.Entry<StreamId, Mark> each : new TreeMap<>(positions.marks()).entrySet()) {
            StreamId stream = each.getKey();
            json.writeStartArray();
            json.writeString(stream.origin());
            json.writeString(stream.epoch());
            json.writeNumber(each.getValue().seq());
            json.writeString(each.getValue().hash());
            Positions.Older older = positions.older().get(stream.origin());
            if (older != null && older.before().equals(stream.epoch())) {
                json.writeString(older.digest());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void ack(Frame.Ack ack) throws IOException {
        json.writeStringField("ack", ack.ack());
        type("ACK");
        stream(ack.stream());
        json.writeNumberField("upTo", ack.upTo().seq());
        json.writeStringField("hash", ack.upTo().hash());
        json.writeArrayFieldStart("parked");
        for (long seq : ack.parked()) {
            json.writeNumber(seq);
        }
        json.writeEndArray();
    }

    private void segment(Segment segment) throws IOException {
        type("EVENTS");
        stream(segment.stream());
        events(segment);
    }

    private void events(Segment segment) throws IOException {
        json.writeStringField("previous", segment.previous());
        json.writeArrayFieldStart("events");
        for (Event event : segment.events()) {
            event(event);
        }
        json.writeEndArray();
    }

    private void event(Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", event.id());
        json.writeStringField("topic", event.topic());
        json.writeNumberField("seq", event.seq());
        json.writeNumberField("txg", event.txg());
        json.writeStringField("agg", event.aggregate());
        json.writeStringField("hlc", event.hlc());
        json.writeNumberField("ts", event.ts());
        json.writeStringField("actor", event.actor());
        json.writeNumberField("schema", event.schema());
        json.writeStringField("hash", event.hash());
        if (Json.isEmbeddable(event.payload())) {
            json.writeFieldName("payload");
            json.writeRawValue(event.payload());
        } else {
            json.writeStringField("payloadText", event.payload());
        }
        json.writeEndObject();
    }
}
