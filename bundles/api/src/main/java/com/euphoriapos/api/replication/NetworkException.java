package com.euphoriapos.api.replication;

/** The network between lanes failed; the message is a sentence for people. Trying again later may help. */
public class NetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NetworkException(String message) {
        super(message);
    }

    public NetworkException(String message, Throwable cause) {
        super(message, cause);
    }
}
