package com.euphoriapos.sync.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.sync.Mark;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.protocol.Effect;
import com.euphoriapos.sync.protocol.Frame;
import com.euphoriapos.sync.protocol.Identity;
import com.euphoriapos.sync.protocol.Input;
import com.euphoriapos.sync.protocol.Limits;
import com.euphoriapos.sync.protocol.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The form of the frames: what is written is read again, and what is no frame is refused. */
class FrameCodecTest {
    private static final String EVENT =
            "{\"id\":\"i\",\"topic\":\"t\",\"seq\":1,\"txg\":1,\"agg\":\"\",\"hlc\":\"\",\"ts\":0,\"actor\":\"\","
                    + "\"schema\":1,\"hash\":\"h\",\"payload\":{}}";

    @Provide
    Arbitrary<Frame> frames() {
        return Frames.any();
    }

    private static Frame decode(String text) {
        return FrameCodec.decode(text).frame();
    }

    private static String encode(Frame frame) {
        List<String> texts = FrameCodec.encode(frame, About.NOTHING);
        assertEquals(1, texts.size());
        return texts.get(0);
    }

    private static String refused(String text) {
        return String.valueOf(
                assertThrows(FrameException.class, () -> decode(text)).getMessage());
    }

    @Property(tries = 2_000)
    void whatIsWrittenIsReadAgain(@ForAll("frames") Frame frame) {
        assertEquals(frame, decode(encode(frame)));
    }

    @Test
    void carriesItsNumberAsTheLastField() {
        String text = FrameCodec.numbered(
                FrameCodec.encode(new Frame.Pong(5), About.NOTHING).get(0), 17);
        assertEquals(new Decoded(new Frame.Pong(5), About.NOTHING, false, 17), FrameCodec.decode(text));
        assertEquals("{\"type\":\"PONG\",\"id\":5,\"clock\":0,\"n\":17}", text);
    }

    @Test
    void keepsWhatALaneSaysOfItself() {
        About about = new About("1.2", 4, "L2", "10.0.0.2:7443", 1_700_000_000_000L);
        Frame hello = new Frame.Hello(1, 1, "n", "i", Map.of());
        assertEquals(
                new Decoded(hello, about, false, 0),
                FrameCodec.decode(FrameCodec.encode(hello, about).get(0)));
    }

    @Test
    void saysTheAcknowledgedEventFirst() {
        Frame ack = new Frame.Ack("0189", new StreamId("o", "e"), new Mark(3, "h"), List.of());
        assertTrue(encode(ack).startsWith("{\"ack\":\"0189\","), encode(ack));
        assertEquals(ack, decode("{\"ack\":\"0189\",\"origin\":\"o\",\"epoch\":\"e\",\"upTo\":3,\"hash\":\"h\"}"));
    }

    @Test
    void leavesOutWhatItDoesNotKnow() {
        assertEquals(
                new Frame.Pong(5),
                decode("{\"new\":[{\"deep\":[1e999,-1]}],\"type\":\"PONG\",\"id\":5,\"other\":null}"));
        assertEquals(new Frame.Other("LATER"), decode("{\"type\":\"LATER\",\"x\":1}"));
    }

    @Test
    void namesThePlaceOfWhatIsWrong() {
        String events = "{\"type\":\"EVENTS\",\"origin\":\"o\",\"epoch\":\"e\",\"previous\":\"p\",\"events\":[";
        assertTrue(decode(events + EVENT + "]}") instanceof Frame.Events);
        assertEquals(
                "events[1].seq is out of range",
                refused(events + EVENT + "," + EVENT.replace("\"seq\":1", "\"seq\":-1") + "]}"));
        assertEquals(
                "events[0].ts is not what it should be",
                refused(events + EVENT.replace("\"ts\":0", "\"ts\":1e999") + "]}"));
        assertEquals(
                "events[0].payload is not what it should be", refused(events + EVENT.replace("{}}", "[]}") + "]}"));
        assertEquals("events[0] lacks a field", refused(events + EVENT.replace("\"id\":\"i\",", "") + "]}"));
        assertEquals("events is empty", refused(events + "]}"));
        assertEquals("origin is missing", refused("{\"type\":\"NACK\",\"from\":1}"));
        assertEquals("type is missing", refused("{}"));
    }

    @Test
    void refusesWhatIsNoJsonWithinTheLimits() {
        for (String text : List.of(
                "",
                "[]",
                "null",
                "{\"type\":\"PONG\"",
                "{\"type\":\"PONG\"} {}",
                "{\"type\":\"PONG\",\"type\":\"PONG\"}",
                "{\"type\":\"PONG\",\"a\":{\"b\":1,\"b\":1}}",
                "{\"type\":\"NACK\",\"origin\":\"o\",\"epoch\":\"e\",\"from\":1e999}",
                "{\"type\":\"NACK\",\"origin\":\"o\",\"epoch\":\"e\",\"from\":99999999999999999999}",
                "{\"type\":\"NACK\",\"origin\":\"o\",\"epoch\":\"e\",\"from\":" + "9".repeat(5_000) + "}",
                "{\"type\":\"PONG\",\"a\":" + "[".repeat(40) + "]".repeat(40) + "}",
                "{\"type\":\"" + "x".repeat(1_000) + "\"}",
                "{\"type\":\"PONG\",\"a\":NaN}",
                "{'type':'PONG'}")) {
            refused(text);
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertTrue(refused("{\"type\":\"PONG\",\"a\":\"" + "x".repeat(1 << 20) + "\"}")
                .contains("1048576"));
        assertTrue(refused("{\"type\":\"PONG\",\"a\":\"" + "€".repeat(360_000) + "\"}")
                .contains("1048576"));
        String big = "{\"a\":\"" + "€".repeat(180_000) + "\"}";
        Frame frame = new Frame.Events(Frames.segment(new StreamId("o", "e"), "", List.of(big)));
        assertTrue(refused(encode(frame)).startsWith("events[0].payload has more than"));
    }

    @Test
    void fitsTwentyLanesInFourKilobytes() {
        Map<StreamId, Mark> marks = new TreeMap<>();
        for (int lane = 0; lane < 20; lane++) {
            String origin = String.format(Locale.ROOT, "%064x", lane + 1_000_000);
            for (int day = 0; day < 365; day++) {
                String epoch = String.format(Locale.ROOT, "%026d", day);
                marks.put(new StreamId(origin, epoch), new Mark(123_456 + day, "0".repeat(32)));
            }
        }
        Replica replica = new Replica(new Identity("me", "i", "e"), Limits.NORMAL, marks);
        var send =
                (Effect.Send) replica.step(new Input.LinkUp(1, "peer", true), 0).get(0);
        String text = encode(send.frame());
        assertTrue(text.length() <= 4_096, "a greeting of " + text.length() + " bytes");
    }

    /** {@code -Dfuzz.seeds=1000000} runs more; a failure names its seed. */
    @Example
    void survivesWhateverArrives() {
        long seeds = Long.getLong("fuzz.seeds", 20_000);
        List<String> samples = samples();
        for (long seed = 0; seed < seeds; seed++) {
            String text = mutated(samples, new Random(seed));
            try {
                decode(text);
            } catch (FrameException expected) {
                assertTrue(expected.getMessage() != null, "seed " + seed);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
    }

    private static List<String> samples() {
        RandomGenerator<Frame> generator = Frames.any().generator(1_000, true);
        Random random = new Random(1);
        List<String> samples = new ArrayList<>();
        while (samples.size() < 300) {
            String text = encode(generator.next(random).value());
            if (text.length() < 20_000) {
                samples.add(text);
            }
        }
        return samples;
    }

    private static String mutated(List<String> samples, Random random) {
        StringBuilder text = new StringBuilder(samples.get(random.nextInt(samples.size())));
        String other = samples.get(random.nextInt(samples.size()));
        String pieces = "{}[]\",:\\0-9e\u0000\ud800nulltrue";
        for (int times = 1 + random.nextInt(4); times > 0 && text.length() > 1; times--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(6)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, pieces.charAt(random.nextInt(pieces.length())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                case 3 -> text.setLength(at);
                case 4 -> text.insert(at, other.substring(random.nextInt(other.length())));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
            }
        }
        return text.toString();
    }
}
