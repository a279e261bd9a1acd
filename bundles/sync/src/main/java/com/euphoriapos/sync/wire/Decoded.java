package com.euphoriapos.sync.wire;

import com.euphoriapos.sync.protocol.Frame;

/**
 * A frame that arrived.
 *
 * @param about what else the peer said of itself
 */
public record Decoded(Frame frame, About about) {}
