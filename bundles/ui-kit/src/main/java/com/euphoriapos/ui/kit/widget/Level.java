package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;

/** How something is: a colour, and always a shape of its own too. */
public enum Level {
    /** A check in a circle. */
    OK(Glyph.CIRCLE_CHECK_FILLED, Tone.OK, Tone.SAVINGS_TINT),
    /** An i in a circle. */
    INFO(Glyph.INFO_CIRCLE, Tone.TEXT2, Tone.ACCENT_TINT),
    /** A triangle. */
    WARN(Glyph.ALERT_TRIANGLE_FILLED, Tone.WARN, Tone.WARN_TINT),
    /** An octagon. */
    DANGER(Glyph.ALERT_OCTAGON_FILLED, Tone.DANGER, Tone.DANGER_TINT);

    private final Glyph glyph;
    private final Tone tone;
    private final Tone tint;

    Level(Glyph glyph, Tone tone, Tone tint) {
        this.glyph = glyph;
        this.tone = tone;
        this.tint = tint;
    }

    public Glyph glyph() {
        return glyph;
    }

    /** Colour of icon and words. */
    public Tone tone() {
        return tone;
    }

    /** The ground they stand on where it is coloured. */
    public Tone tint() {
        return tint;
    }
}
