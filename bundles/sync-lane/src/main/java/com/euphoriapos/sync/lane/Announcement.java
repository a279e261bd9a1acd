package com.euphoriapos.sync.lane;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a lane says of itself on the shop's network, unproved and readable by everybody there.
 *
 * @param node first 16 digits of the lane's identity
 * @param store what the store is called
 * @param label what the lane is called
 * @param port where it listens
 */
record Announcement(String node, String store, String label, int port) {
    static final int NODE_DIGITS = 16;
    static final String PROTOCOL = "1";

    private static final Pattern NODE = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int TEXT_MAX = 60;
    private static final int PORT_MAX = 65_535;

    static String shorten(String node) {
        return node.substring(0, Math.min(NODE_DIGITS, node.length()));
    }

    /** For the TXT record. */
    Map<String, String> texts() {
        return Map.of(
                "node",
                node,
                "store",
                cut(store),
                "label",
                cut(label),
                "port",
                Integer.toString(port),
                "proto",
                PROTOCOL);
    }

    /** Reads what anybody may have sent; empty when it makes no sense. Control characters go, long texts are cut. */
    static Optional<Announcement> of(Map<String, String> texts) {
        String node = texts.getOrDefault("node", "");
        String port = texts.getOrDefault("port", "");
        if (!NODE.matcher(node).matches() || !PORT.matcher(port).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(port);
        return number < 1 || number > PORT_MAX
                ? Optional.empty()
                : Optional.of(new Announcement(
                        node, cut(texts.getOrDefault("store", "")), cut(texts.getOrDefault("label", "")), number));
    }

    private static String cut(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "").strip();
        return clean.length() > TEXT_MAX ? clean.substring(0, TEXT_MAX) : clean;
    }
}
