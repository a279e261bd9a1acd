package com.euphoriapos.sync.wire;

/** What arrived is no frame; the link on which it came is of no use any more. Names the place and never the content. */
public final class FrameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and where, such as {@code events[3].seq is negative} */
    public FrameException(String message) {
        super(message);
    }
}
