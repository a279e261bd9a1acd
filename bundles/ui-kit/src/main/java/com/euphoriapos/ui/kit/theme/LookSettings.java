package com.euphoriapos.ui.kit.theme;

/**
 * What a lane chooses about its look.
 *
 * @param scalePercent size of everything, 100 to 400; takes effect at start only
 * @param motion whether flashes, fades and shakes are shown
 */
public record LookSettings(Theme theme, int scalePercent, TextSize textSize, boolean motion) {
    public LookSettings {
        if (scalePercent < 100 || scalePercent > 400) {
            throw new IllegalArgumentException("scalePercent must be 100 to 400: " + scalePercent);
        }
    }

    public static LookSettings standard() {
        return new LookSettings(Theme.LIGHT, 100, TextSize.NORMAL, true);
    }
}
