package com.euphoriapos.domain;

import java.util.Locale;

/** The shelves of a liquor shop; a price book's own category is finer and is kept beside it. */
public enum Department {
    WHISKEY("Whiskey"),
    VODKA("Vodka"),
    TEQUILA("Tequila"),
    RUM("Rum"),
    GIN("Gin"),
    LIQUEUR("Liqueur"),
    BRANDY("Brandy"),
    WINE("Wine"),
    OTHER("Other");

    private final String title;

    Department(String title) {
        this.title = title;
    }

    /** The word on a screen. */
    public String title() {
        return title;
    }

    /** The shelf of a price book's category; OTHER where no word decides. */
    public static Department ofCategory(String category) {
        String text = category.toLowerCase(Locale.ROOT);
        if (has(text, "liqueur", "schnapps", "cordial", "amaretto", "triple sec", "cream")) {
            return LIQUEUR;
        }
        if (has(text, "whisk", "bourbon", "scotch", "rye", "moonshine")) {
            return WHISKEY;
        }
        if (has(text, "vodka")) {
            return VODKA;
        }
        if (has(text, "tequila", "mezcal", "agave")) {
            return TEQUILA;
        }
        if (has(text, "rum")) {
            return RUM;
        }
        if (has(text, "gin")) {
            return GIN;
        }
        if (has(text, "brand", "cognac", "armagnac", "grappa")) {
            return BRANDY;
        }
        return has(text, "wine", "champagne", "vermouth", "sherry", "port") ? WINE : OTHER;
    }

    private static boolean has(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
