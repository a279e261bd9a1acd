package com.euphoriapos.sync.cloud.http;

import java.util.Map;

/**
 * An answer.
 *
 * @param headers by their names in lower case
 * @param body unpacked
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** A header, or that where it is not there. */
    public String header(String name, String otherwise) {
        return headers.getOrDefault(name, otherwise);
    }
}
