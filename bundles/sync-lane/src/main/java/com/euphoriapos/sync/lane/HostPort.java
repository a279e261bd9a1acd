package com.euphoriapos.sync.lane;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a lane may be reached.
 *
 * @param host name or address, IPv6 without brackets
 * @param port 1 to 65535
 */
record HostPort(String host, int port) {
    private static final int PORT_MAX = 65_535;
    private static final int HOST_MAX = 253;

    HostPort {
        if (host.isBlank() || host.length() > HOST_MAX || port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("no address: " + host + ":" + port);
        }
    }

    /** Reads {@code host:port}, {@code host} or {@code wss://host:port}; empty for anything else. */
    static Optional<HostPort> parse(String text, int portDefault) {
        String trimmed = text.strip();
        try {
            URI uri = new URI(trimmed.contains("://") ? trimmed : "wss://" + trimmed);
            String host = uri.getHost();
            if (host == null || !"wss".equals(uri.getScheme()) || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            return Optional.of(new HostPort(bare, uri.getPort() < 0 ? portDefault : uri.getPort()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    URI uri(String scheme, String path) {
        return URI.create(scheme + "://" + this + path);
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
