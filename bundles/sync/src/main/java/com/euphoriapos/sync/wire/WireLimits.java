package com.euphoriapos.sync.wire;

import com.euphoriapos.api.replication.SyncLink;

/** Sizes that a frame keeps. What is longer ends the link. */
final class WireLimits {
    /** Bytes of a frame. */
    static final int FRAME = SyncLink.FRAME_BYTES_MAX;
    /** Bytes of an event's payload. */
    static final int PAYLOAD = 512 << 10;
    /** Bytes of one event with all that stands around its payload. */
    static final int EVENT = PAYLOAD + (16 << 10);
    /** Bytes of events that go into one frame, unless the first is larger. */
    static final int PART = 400 << 10;
    /** Objects and arrays within each other. */
    static final int NESTING = 32;
    /** Characters of a name, an id, a hash. */
    static final int TEXT = 512;
    /** Digits of a number. */
    static final int DIGITS = 19;
    /** Elements of a list other than of events, and of those. */
    static final int ELEMENTS = 10_000;

    private WireLimits() {}

    /** Bytes of a text in UTF-8, counted only as far as {@code max} and a little more. */
    static int utf8(String text, int from, int to, int max) {
        int bytes = 0;
        for (int i = from; i < to && bytes <= max; i++) {
            char c = text.charAt(i);
            // A pair of surrogates is four bytes, two for each.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
