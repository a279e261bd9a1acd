package com.euphoriapos.sync.wire;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.domain.HashChain;
import com.euphoriapos.sync.protocol.Frame;
import com.euphoriapos.sync.protocol.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Frames of every kind. */
final class Frames {
    private Frames() {}

    static Arbitrary<Frame> any() {
        Arbitrary<StreamId> stream = streams();
        Arbitrary<Mark> mark = marks();
        Arbitrary<Long> number = Arbitraries.longs().between(0, Long.MAX_VALUE / 2);
        Arbitrary<String> text = texts();
        Arbitrary<Positions> positions = positions();
        List<Arbitrary<? extends Frame>> kinds = List.of(
                Combinators.combine(text, text, positions).as((node, i, p) -> new Frame.Hello(1, 2, node, i, p)),
                segments().map(Frame.Events::new),
                Combinators.combine(text, stream, mark, number.list().ofMaxSize(5))
                        .as(Frame.Ack::new),
                Combinators.combine(stream, number).as(Frame.Nack::new),
                Combinators.combine(stream, mark, number).as(Frame.Fetch::new),
                Combinators.combine(number, positions, Arbitraries.of(true, false))
                        .as(Frame.Ping::new),
                number.map(Frame.Pong::new),
                Combinators.combine(text, text).as(Frame.Expand::new),
                Combinators.combine(text, text, positions).as(Frame.Held::new),
                Combinators.combine(stream, number).as(Frame.Gone::new),
                Combinators.combine(stream, mark).as(Frame.Differs::new),
                Combinators.combine(stream, number).as(Frame.Probe::new),
                Combinators.combine(stream, number, text).as(Frame.Probed::new),
                Combinators.combine(number, text).as(Frame.Claim::new),
                Combinators.combine(number, text).as(Frame.Grant::new),
                Combinators.combine(number, text, text, Arbitraries.of(true, false))
                        .as(Frame.Deny::new),
                Combinators.combine(number, text).as(Frame.Release::new),
                Combinators.combine(number, Arbitraries.of(true, false), text, number, pairs())
                        .as(Frame.Checksum::new),
                Combinators.combine(
                                number,
                                Arbitraries.of(true, false),
                                text,
                                text.list().ofMaxSize(5))
                        .as(Frame.Buckets::new),
                Combinators.combine(number, Arbitraries.of(true, false), text, number, pairs())
                        .as(Frame.Rows::new),
                Combinators.combine(
                                number,
                                Arbitraries.of(true, false),
                                text,
                                text.list().ofMaxSize(5))
                        .as(Frame.Mend::new),
                Combinators.combine(number, Arbitraries.of(true, false), text, text, text)
                        .as(Frame.Content::new),
                Combinators.combine(
                                number, Arbitraries.of(true, false), number, segments(), Arbitraries.of(true, false))
                        .as((id, answer, after, segment, some) -> new Frame.Excerpt(
                                id, answer, segment.stream(), after, some ? Optional.of(segment) : Optional.empty())));
        return Arbitraries.oneOf(kinds);
    }

    private static Arbitrary<Map<String, String>> pairs() {
        return Arbitraries.maps(texts(), texts()).ofMaxSize(5);
    }

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMaxLength(64),
                Arbitraries.strings().withCharRange('\u0000', '\ud7ff').ofMaxLength(20),
                Arbitraries.of("\"", "\\", "\u0000", "\u2028", "😀", "{}"));
    }

    private static Arbitrary<StreamId> streams() {
        return Combinators.combine(texts(), texts()).as(StreamId::new);
    }

    private static Arbitrary<Mark> marks() {
        return Combinators.combine(Arbitraries.longs().between(0, 1L << 60), texts())
                .as(Mark::new);
    }

    private static Arbitrary<Positions> positions() {
        return Combinators.combine(
                        Arbitraries.maps(streams(), marks()).ofMaxSize(6), texts(), Arbitraries.of(true, false))
                .as((marks, digest, older) -> {
                    Map<String, Positions.Older> behind = new TreeMap<>();
                    if (older) {
                        marks.keySet()
                                .forEach(each -> behind.put(each.origin(), new Positions.Older(each.epoch(), digest)));
                    }
                    return new Positions(marks, behind);
                });
    }

    /** Objects in all the forms in which they may be stored, and texts that are no objects. */
    static Arbitrary<String> payloads() {
        return Arbitraries.of(
                "{}",
                "{ \"a\" :1 , \"b\":[ {\"c\":null}, -1.5e3, 1e999 ] }",
                "{\"text\":\"ä € 😀 \\u0000 \\\" }\"}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} ",
                " {}",
                "{",
                "[1]",
                "plain",
                "{\"deep\":" + "[".repeat(40) + "]".repeat(40) + "}",
                "{\"long\":\"" + "x".repeat(100_000) + "\"}");
    }

    static Arbitrary<Segment> segments() {
        Arbitrary<String> payload = payloads();
        return Combinators.combine(
                        streams(), texts(), payload.list().ofMinSize(1).ofMaxSize(4))
                .as(Frames::segment);
    }

    static Segment segment(StreamId stream, String text, List<String> payloads) {
        List<Event> events = new ArrayList<>();
        String hash = HashChain.START;
        long seq = 1;
        for (String payload : payloads) {
            Event event = new Event("id" + seq, "t:" + text, stream, seq, 7, text, text, 5, text, 1, payload, "")
                    .linked(hash);
            events.add(event);
            hash = event.hash();
            seq++;
        }
        return new Segment(stream, HashChain.START, events);
    }
}
