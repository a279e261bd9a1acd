package com.euphoriapos.sync.wire;

import com.euphoriapos.sync.protocol.Frame;

/**
 * A frame that arrived.
 *
 * @param about what else the peer said of itself
 * @param more whether it is a part of a segment that goes on in the next frame
 */
public record Decoded(Frame frame, About about, boolean more) {}
