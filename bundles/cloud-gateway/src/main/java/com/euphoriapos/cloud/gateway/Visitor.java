package com.euphoriapos.cloud.gateway;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who is at the page: from where, over which line, with which session. A proxy's word counts only where the settings say that there is
 * one, because anybody else could write those headers too. Thread-safe.
 */
final class Visitor {
    private static final String COOKIE = "pos_session";
    /** Digits and colons only, so that no name is ever looked up. */
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    private final boolean behindProxy;

    Visitor(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    /** The address that the nearest proxy saw; those before it in the header are the visitor's own words. */
    String address(Request request) {
        if (behindProxy) {
            String[] seen = header(request, "X-Forwarded-For").split(",", -1);
            String nearest = seen[seen.length - 1].strip();
            if (!nearest.isEmpty() && nearest.length() <= 60) {
                return network(nearest);
            }
        }
        return network(Request.getRemoteAddr(request));
    }

    /** Whose it is: of an address of version 6 the first half, because everybody has as many as they like of the other. */
    static String network(String address) {
        String text =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        if (!SIX.matcher(text).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            // One of version 4 in the clothes of version 6 is read as what it is.
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) + "/64" : address;
        } catch (UnknownHostException malformed) {
            return address;
        }
    }

    private boolean secure(Request request) {
        return request.isSecure()
                || behindProxy && header(request, "X-Forwarded-Proto").equalsIgnoreCase("https");
    }

    /**
     * Whether a request that changes something came from the page itself: it has a header that another site's page can't send without
     * asking first, and names no other origin.
     */
    boolean fromThePage(Request request) {
        if (!header(request, "X-Pos-Page").equals("1")) {
            return false;
        }
        String site = header(request, "Sec-Fetch-Site");
        if (!site.isEmpty() && !site.equals("same-origin")) {
            return false;
        }
        String origin = header(request, HttpHeader.ORIGIN.asString());
        return origin.isEmpty() || authority(origin).equalsIgnoreCase(host(request));
    }

    private String host(Request request) {
        String forwarded = behindProxy ? header(request, "X-Forwarded-Host") : "";
        return forwarded.isEmpty() ? header(request, HttpHeader.HOST.asString()) : forwarded;
    }

    private static String authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority()).orElse("none");
        } catch (IllegalArgumentException malformed) {
            return "none";
        }
    }

    /** The session that is shown; empty where there is none of our form. */
    String session(Request request) {
        for (HttpCookie cookie : Request.getCookies(request)) {
            if (cookie.getName().equals(COOKIE)
                    && TOKEN.matcher(cookie.getValue()).matches()) {
                return cookie.getValue();
            }
        }
        return "";
    }

    /** The header that gives the browser a session, or takes it away where it is empty. */
    String cookie(Request request, String session) {
        return COOKIE + "=" + session + "; Path=/web/; HttpOnly; SameSite=Strict; Max-Age="
                + (session.isEmpty() ? 0 : 12 * 3600) + (secure(request) ? "; Secure" : "");
    }

    private static String header(Request request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
    }
}
