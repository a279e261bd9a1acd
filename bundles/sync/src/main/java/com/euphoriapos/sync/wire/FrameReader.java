package com.euphoriapos.sync.wire;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.protocol.Frame;
import com.euphoriapos.sync.protocol.Positions;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one frame: all fields that any frame has, in any order, then makes of them what the type asks for. */
final class FrameReader {
    /** The field of a frame's number. */
    static final String NUMBER = "n";

    private static final Set<String> TEXTS = Set.of(
            "type",
            "ack",
            "origin",
            "epoch",
            "hash",
            "previous",
            "node",
            "instance",
            "before",
            "app",
            "label",
            "cloud",
            "address",
            "vector",
            "table",
            "name",
            "by");
    private static final Set<String> NUMBERS = Set.of(
            "protoMin",
            "protoMax",
            "schema",
            "clock",
            "from",
            "after",
            "upTo",
            "seq",
            "claim",
            "id",
            "waiting",
            "bucket",
            NUMBER);
    private static final Set<String> TRUTHS = Set.of("all", "kept", "answer", "more");
    private static final Set<String> LISTS = Set.of("tables", "digests", "rows", "names");

    private final FieldReader fields;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Boolean> truths = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private final List<Long> parked = new ArrayList<>();
    private final List<EventReader> events = new ArrayList<>();
    private final Map<StreamId, Mark> marks = new HashMap<>();
    private final Map<String, Positions.Older> older = new HashMap<>();

    private FrameReader(FieldReader fields) {
        this.fields = fields;
    }

    static Decoded read(String text) {
        try (JsonParser parser = Json.FACTORY.createParser(text)) {
            FrameReader reader = new FrameReader(new FieldReader(text, parser));
            reader.fields.begin();
            while (reader.fields.nextField()) {
                reader.field(reader.fields.name());
            }
            reader.fields.end();
            return new Decoded(
                    reader.frame(),
                    reader.about(),
                    reader.truths.getOrDefault("more", false),
                    reader.numbers.getOrDefault(NUMBER, 0L));
        } catch (IOException e) {
            // The library's message would quote the frame.
            throw new FrameException(
                    "no JSON within the limits: " + e.getClass().getSimpleName());
        }
    }

    private void field(String name) throws IOException {
        if (TEXTS.contains(name)) {
            texts.put(name, fields.text(name, WireLimits.TEXT));
        } else if (NUMBERS.contains(name)) {
            numbers.put(name, fields.number(name));
        } else if (TRUTHS.contains(name)) {
            truths.put(name, fields.truth(name));
        } else if (LISTS.contains(name)) {
            list(name);
        } else if (name.equals("content")) {
            texts.put(name, fields.text(name, WireLimits.PAYLOAD));
        } else if (name.equals("parked")) {
            fields.array(name);
            while (fields.nextElement()) {
                parked.add(fields.number(name));
                few(name, parked.size());
            }
        } else if (name.equals("events")) {
            fields.array(name);
            while (fields.nextElement()) {
                events.add(EventReader.read(fields, "events[" + events.size() + "]"));
                few(name, events.size());
            }
        } else if (name.equals("positions")) {
            fields.array(name);
            while (fields.nextElement()) {
                position("positions[" + marks.size() + "]");
                few(name, marks.size());
            }
        } else {
            fields.skip();
        }
    }

    private void list(String name) throws IOException {
        List<String> list = new ArrayList<>();
        fields.array(name);
        while (fields.nextElement()) {
            list.add(fields.text(name, WireLimits.TEXT));
            few(name, list.size());
        }
        lists.put(name, list);
    }

    /** A list of names and what belongs to each. */
    private Map<String, String> pairs(String name) {
        List<String> list = known(name);
        if (list.size() % 2 != 0) {
            throw new FrameException(name + " has a name too many");
        }
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < list.size(); i += 2) {
            pairs.put(list.get(i), list.get(i + 1));
        }
        return pairs;
    }

    private boolean isAnswer() {
        return truths.getOrDefault("answer", false);
    }

    private List<String> known(String name) {
        List<String> list = lists.get(name);
        if (list == null) {
            throw new FrameException(name + " is missing");
        }
        return list;
    }

    private static void few(String name, int elements) {
        if (elements > WireLimits.ELEMENTS) {
            throw new FrameException(name + " has more than " + WireLimits.ELEMENTS + " elements");
        }
    }

    /** An array of origin, epoch, number, hash, and perhaps the digest of what is older. */
    private void position(String place) throws IOException {
        fields.array(place);
        String origin = element(place);
        String epoch = element(place);
        if (!fields.nextElement()) {
            throw new FrameException(place + " is too short");
        }
        long seq = fields.number(place);
        Mark mark = new Mark(seq, element(place));
        if (marks.put(new StreamId(origin, epoch), mark) != null) {
            throw new FrameException(place + " is there twice");
        }
        if (!fields.nextElement()) {
            return;
        }
        older.put(origin, new Positions.Older(epoch, fields.text(place, WireLimits.TEXT)));
        while (fields.nextElement()) {
            fields.skip();
        }
    }

    private String element(String place) throws IOException {
        if (!fields.nextElement()) {
            throw new FrameException(place + " is too short");
        }
        return fields.text(place, WireLimits.TEXT);
    }

    private Frame frame() {
        String type = texts.containsKey("ack") ? texts.getOrDefault("type", "ACK") : text("type");
        return switch (type) {
            case "HELLO" ->
                new Frame.Hello(small("protoMin"), small("protoMax"), text("node"), text("instance"), positions());
            case "EVENTS" -> new Frame.Events(segment());
            case "ACK" -> new Frame.Ack(text("ack"), stream(), mark("upTo"), parked);
            case "NACK" -> new Frame.Nack(stream(), number("from"));
            case "FETCH" -> new Frame.Fetch(stream(), mark("after"), number("upTo"));
            case "PING" -> new Frame.Ping(number("id"), positions(), truths.getOrDefault("all", false));
            case "PONG" -> new Frame.Pong(number("id"));
            case "EXPAND" -> new Frame.Expand(text("origin"), text("before"));
            case "HELD" -> new Frame.Held(text("origin"), text("before"), positions());
            case "GONE" -> new Frame.Gone(stream(), number("after"));
            case "DIFFERS" -> new Frame.Differs(stream(), mark("seq"));
            case "PROBE" -> new Frame.Probe(stream(), number("seq"));
            case "PROBED" -> new Frame.Probed(stream(), number("seq"), text("hash"));
            case "inventory:checksum" ->
                new Frame.Checksum(number("id"), isAnswer(), text("vector"), number("waiting"), pairs("tables"));
            case "BUCKETS" -> new Frame.Buckets(number("id"), isAnswer(), text("table"), known("digests"));
            case "ROWS" -> new Frame.Rows(number("id"), isAnswer(), text("table"), number("bucket"), pairs("rows"));
            case "MEND" -> new Frame.Mend(number("id"), isAnswer(), text("table"), known("names"));
            case "CONTENT" -> new Frame.Content(number("id"), isAnswer(), text("table"), text("name"), text("content"));
            case "EXCERPT" ->
                new Frame.Excerpt(
                        number("id"),
                        isAnswer(),
                        stream(),
                        number("after"),
                        events.isEmpty() ? Optional.empty() : Optional.of(segment()));
            case "CLAIM" -> new Frame.Claim(number("claim"), text("name"));
            case "GRANT" -> new Frame.Grant(number("claim"), text("name"));
            case "DENY" ->
                new Frame.Deny(number("claim"), text("name"), text("by"), truths.getOrDefault("kept", false));
            case "RELEASE" -> new Frame.Release(number("claim"), text("name"));
            default -> new Frame.Other(type);
        };
    }

    private About about() {
        return new About(
                texts.getOrDefault("app", ""),
                (int) Math.min(numbers.getOrDefault("schema", 0L), Integer.MAX_VALUE),
                texts.getOrDefault("label", ""),
                texts.getOrDefault("address", ""),
                numbers.getOrDefault("clock", 0L),
                texts.getOrDefault("cloud", ""));
    }

    private Segment segment() {
        StreamId stream = stream();
        if (events.isEmpty()) {
            throw new FrameException("events is empty");
        }
        return new Segment(
                stream,
                text("previous"),
                events.stream().map(each -> each.event(stream)).toList());
    }

    private Positions positions() {
        return new Positions(marks, older);
    }

    private StreamId stream() {
        return new StreamId(text("origin"), text("epoch"));
    }

    private Mark mark(String seq) {
        return new Mark(number(seq), text("hash"));
    }

    private String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new FrameException(name + " is missing");
        }
        return text;
    }

    private long number(String name) {
        Long number = numbers.get(name);
        if (number == null) {
            throw new FrameException(name + " is missing");
        }
        return number;
    }

    private int small(String name) {
        return (int) Math.min(number(name), Integer.MAX_VALUE);
    }
}
