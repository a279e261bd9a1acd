package com.euphoriapos.sync.lane;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What failed on the way to another lane, as a sentence for people. */
final class Words {
    /** TLS's word of whoever does not let a key in. */
    private static final String NOT_TRUSTED = "alert: certificate_unknown";

    private Words() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !isPlain(cause)) {
            cause = cause.getCause();
        }
        if (cause instanceof UnknownHostException) {
            return "no such host";
        }
        if (cause instanceof NoRouteToHostException) {
            return "there is no way to it";
        }
        if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
            return "it did not answer in time";
        }
        if (cause instanceof ConnectException) {
            return "nobody listens there";
        }
        if (cause instanceof SSLException && String.valueOf(cause.getMessage()).contains(NOT_TRUSTED)) {
            return "it does not trust this lane's key, as after a lane was revoked or retired";
        }
        if (cause instanceof SSLException) {
            return "the handshake failed: " + cause.getMessage();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private static boolean isPlain(Throwable failure) {
        boolean wrapper = failure instanceof ExecutionException || failure instanceof CompletionException;
        return !wrapper && (failure instanceof SSLException || failure instanceof SocketTimeoutException);
    }
}
