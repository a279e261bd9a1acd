package com.euphoriapos.ui.manager;

/** The kinds of reviews in a few words. Pure. */
public final class ReviewKinds {
    private ReviewKinds() {}

    /** For the list; what happened in full says the review itself. */
    public static String title(String kind) {
        return switch (kind) {
            case "NEGATIVE_STOCK" -> "Stock below zero";
            case "CONFLICT" -> "Changed on two lanes";
            case "PIN_CLASH" -> "One PIN for two people";
            case "BADGE_CLASH" -> "One badge for two people";
            case "DOUBLE_CLAIM" -> "Taken on two lanes";
            case "LABEL_CLASH" -> "One id for two lanes";
            case "JOURNAL_SHORTENED" -> "Journal got shorter";
            default -> JournalKinds.title(kind);
        };
    }
}
