package com.euphoriapos.sync.wire;

import com.euphoriapos.sync.protocol.Frame;

/**
 * A frame that arrived.
 *
 * @param about what else the peer said of itself
 * @param more whether it is a part of a segment that goes on in the next frame
 * @param number its place among all frames that came on the link, from 1; 0 where it has none
 */
public record Decoded(Frame frame, About about, boolean more, long number) {}
