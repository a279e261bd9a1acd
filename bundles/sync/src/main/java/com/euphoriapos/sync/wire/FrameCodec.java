package com.euphoriapos.sync.wire;

import com.euphoriapos.sync.protocol.Frame;

/** Frames as texts, one JSON object each. Stateless. */
public final class FrameCodec {
    private FrameCodec() {}

    /** @param about goes with a greeting, its clock with every ping */
    public static String encode(Frame frame, About about) {
        return FrameWriter.write(frame, about);
    }

    /** @throws FrameException when it is no frame, or larger than frames may be */
    public static Decoded decode(String text) {
        if (WireLimits.utf8(text, 0, text.length(), WireLimits.FRAME) > WireLimits.FRAME) {
            throw new FrameException("a frame of more than " + WireLimits.FRAME + " bytes");
        }
        return FrameReader.read(text);
    }
}
