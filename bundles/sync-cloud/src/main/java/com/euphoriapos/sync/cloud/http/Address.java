package com.euphoriapos.sync.cloud.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a cloud is.
 *
 * @param secure whether it is TLS
 * @param path what stands before all paths, empty or beginning with a slash
 */
public record Address(String host, int port, boolean secure, String path) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /**
     * Reads what people type.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    public static Address of(String text) {
        String typed = text.strip();
        URI uri;
        try {
            uri = new URI(typed.contains("://") ? typed : "https://" + typed);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The address is none. It looks like https://cloud.example.");
        }
        String host = uri.getHost();
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (host == null || !secure && !"http".equalsIgnoreCase(uri.getScheme()) || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("The address is none. It looks like https://cloud.example.");
        }
        if (!secure && !LOOPBACK.contains(host.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "The address has to begin with https://: what is sent must not be read on the way.");
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        return new Address(host, port, secure, path);
    }

    /** As the header {@code Host} has it. */
    String authority() {
        return port == (secure ? HTTPS_PORT : HTTP_PORT) ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + authority() + path;
    }
}
