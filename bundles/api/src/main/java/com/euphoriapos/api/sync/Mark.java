package com.euphoriapos.api.sync;

import com.euphoriapos.domain.HashChain;

/**
 * How far a stream is known: everything up to {@code seq} and nothing after it.
 *
 * @param seq number of the last event, 0 for none
 * @param hash its link of the chain, which vouches for all before it; {@link HashChain#START} for none
 */
public record Mark(long seq, String hash) {
    /** Nothing of a stream. */
    public static final Mark NONE = new Mark(0, HashChain.START);

    public Mark {
        if (seq < 0) {
            throw new IllegalArgumentException("a position is not negative: " + seq);
        }
    }
}
