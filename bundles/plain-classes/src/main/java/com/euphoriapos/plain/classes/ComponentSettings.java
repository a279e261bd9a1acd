package com.euphoriapos.plain.classes;

import java.nio.charset.StandardCharsets;

/**
 * A component that names no settings asks for some all the same, under its class's name, at each start. What describes it to the
 * container is told here that there are none.
 */
final class ComponentSettings {
    private static final String COMPONENT = "<scr:component ";

    private ComponentSettings() {}

    /** Whether an entry of a jar describes a component. */
    static boolean describes(String entry) {
        return entry.startsWith("OSGI-INF/") && entry.endsWith(".xml") && entry.indexOf('/') == entry.lastIndexOf('/');
    }

    /** The same bytes where the component names settings, or says itself how it takes them. */
    static byte[] withoutUnnamed(byte[] description) {
        String text = new String(description, StandardCharsets.UTF_8);
        int at = text.indexOf(COMPONENT);
        if (at < 0 || text.contains("configuration-p")) {
            return description;
        }
        int after = at + COMPONENT.length();
        return (text.substring(0, after) + "configuration-policy=\"ignore\" " + text.substring(after))
                .getBytes(StandardCharsets.UTF_8);
    }
}
