package com.euphoriapos.ui.manager;

import java.util.Locale;

/** What kinds of entries are called on a screen. Pure. */
public final class JournalKinds {
    private JournalKinds() {}

    /** {@code PRICE_OVERRIDDEN} as "Price overridden". */
    public static String title(String kind) {
        if (kind.isEmpty()) {
            return "";
        }
        String words = kind.replace('_', ' ').toLowerCase(Locale.ROOT).replace("pin ", "PIN ");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
