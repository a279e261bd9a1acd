package com.euphoriapos.api.access;

/** {@code FORBIDDEN}: nobody is signed in, or somebody who may not do this. The message says who may; nothing has changed. */
public final class ForbiddenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message a sentence for the screen, such as "Dana R. may not change settings; a manager may." */
    public ForbiddenException(String message) {
        super(message);
    }
}
