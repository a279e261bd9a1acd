package com.euphoriapos.ui.kit.theme;

import java.awt.Color;
import java.util.Locale;
import java.util.Objects;
import javax.swing.UIManager;

/** The colour family of a department's quick keys and dots. Colours differ in lightness as well as in hue. */
public enum Department {
    WHISKEY,
    VODKA,
    TEQUILA,
    RUM,
    GIN,
    LIQUEUR,
    WINE,
    OTHER;

    /** The family for a category's name as a price book writes it, such as "BOURBON" or "Red wine". */
    public static Department of(String category) {
        String name = category.toLowerCase(Locale.ROOT);
        if (has(name, "whisk", "bourbon", "scotch", "rye")) {
            return WHISKEY;
        }
        if (has(name, "tequila", "mezcal", "agave")) {
            return TEQUILA;
        }
        if (has(name, "liqueur", "cordial", "schnapps", "cream", "amaro")) {
            return LIQUEUR;
        }
        if (has(name, "wine", "brandy", "cognac", "champagne", "port", "vermouth", "sherry")) {
            return WINE;
        }
        return plain(name);
    }

    private static Department plain(String name) {
        if (name.contains("vodka")) {
            return VODKA;
        }
        if (name.equals("rum") || name.startsWith("rum ") || name.endsWith(" rum") || name.contains("rum,")) {
            return RUM;
        }
        return name.equals("gin") || name.startsWith("gin ") || name.endsWith(" gin") ? GIN : OTHER;
    }

    private static boolean has(String name, String... parts) {
        for (String part : parts) {
            if (name.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** The full colour, for dots and strips. */
    public Color color() {
        return look("Pos.department.");
    }

    /** The quiet fill of a tile; text keeps its contrast on it. */
    public Color tile() {
        return Draw.mix(color(), Tone.SURFACE.color(), UIManager.getInt("Pos.tileShare"));
    }

    private Color look(String prefix) {
        return Objects.requireNonNullElse(UIManager.getColor(prefix + name().toLowerCase(Locale.ROOT)), Color.MAGENTA);
    }
}
