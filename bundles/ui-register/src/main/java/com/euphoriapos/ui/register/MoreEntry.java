package com.euphoriapos.ui.register;

/**
 * A rare function.
 *
 * @param screenId what it opens
 * @param title what it is called
 * @param allowed whether the person signed in may open it
 */
public record MoreEntry(String screenId, String title, boolean allowed) {}
