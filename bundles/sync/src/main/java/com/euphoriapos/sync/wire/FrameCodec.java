package com.euphoriapos.sync.wire;

import com.euphoriapos.api.sync.Event;
import com.euphoriapos.api.sync.Segment;
import com.euphoriapos.api.sync.StreamId;
import com.euphoriapos.sync.protocol.Frame;
import java.util.ArrayList;
import java.util.List;

/** Frames as texts, each a JSON object. Stateless. */
public final class FrameCodec {
    private FrameCodec() {}

    /**
     * The texts of a frame: one, but for a transaction group that is larger than a frame may be, which is cut between its events.
     *
     * @param about goes with a greeting, its clock with every ping
     */
    public static List<String> encode(Frame frame, About about) {
        if (!(frame instanceof Frame.Events events)) {
            return List.of(FrameWriter.write(frame, about, false));
        }
        List<String> texts = new ArrayList<>();
        List<Event> part = new ArrayList<>();
        Segment segment = events.segment();
        String previous = segment.previous();
        int bytes = 0;
        for (Event event : segment.events()) {
            int size = size(event);
            if (!part.isEmpty() && bytes + size > WireLimits.PART) {
                texts.add(write(segment.stream(), previous, part, true));
                previous = part.get(part.size() - 1).hash();
                part.clear();
                bytes = 0;
            }
            part.add(event);
            bytes += size;
        }
        texts.add(write(segment.stream(), previous, part, false));
        return texts;
    }

    /** The text of {@link #encode} with its number on the link. */
    public static String numbered(String text, long number) {
        return text.substring(0, text.length() - 1) + ",\"" + FrameReader.NUMBER + "\":" + number + "}";
    }

    private static String write(StreamId stream, String previous, List<Event> events, boolean more) {
        return FrameWriter.write(new Frame.Events(new Segment(stream, previous, events)), About.NOTHING, more);
    }

    /** About as many bytes as the event takes in a frame, rather more. */
    private static int size(Event event) {
        String payload = event.payload();
        return WireLimits.utf8(payload, 0, payload.length(), WireLimits.FRAME)
                + 4
                        * (event.aggregate().length()
                                + event.topic().length()
                                + event.actor().length())
                + 400;
    }

    /** @throws FrameException when it is no frame, or larger than frames may be */
    public static Decoded decode(String text) {
        if (WireLimits.utf8(text, 0, text.length(), WireLimits.FRAME) > WireLimits.FRAME) {
            throw new FrameException("a frame of more than " + WireLimits.FRAME + " bytes");
        }
        return FrameReader.read(text);
    }
}
