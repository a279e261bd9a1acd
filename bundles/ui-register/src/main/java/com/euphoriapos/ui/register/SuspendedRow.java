package com.euphoriapos.ui.register;

/**
 * A suspended sale in the list.
 *
 * @param title its note, or its number
 * @param where number, lane and person
 * @param when time and items
 * @param total what it costs
 */
public record SuspendedRow(String title, String where, String when, String total) {
    /** One sentence for assistive technology. */
    public String spoken() {
        return title + ", " + where + ", " + when + ", " + total;
    }
}
