package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Tone;
import java.awt.Color;

/** What a button means, and thereby how it looks. */
public enum ButtonKind {
    /** The usual one: white, a line around it. */
    SECONDARY(Tone.SURFACE, Tone.LINE, Tone.TEXT),
    /** The one that leads on; filled. */
    PRIMARY(Tone.ACCENT, Tone.ACCENT, Tone.ON_ACCENT),
    /** Takes money; at most one on a screen. */
    PAY(Tone.PAY, Tone.PAY, Tone.ON_PAY),
    /** Takes something away. */
    DANGER(Tone.SURFACE, Tone.LINE, Tone.DANGER),
    /** A key of a keypad. */
    KEY(Tone.SUBTLE, Tone.LINE, Tone.TEXT),
    /** Words to tap, without an edge. */
    LINK(Tone.SURFACE, Tone.SURFACE, Tone.ACCENT_TEXT);

    private final Tone fill;
    private final Tone edge;
    private final Tone text;

    ButtonKind(Tone fill, Tone edge, Tone text) {
        this.fill = fill;
        this.edge = edge;
        this.text = text;
    }

    boolean filled() {
        return this == PRIMARY || this == PAY;
    }

    ButtonColors colors(ButtonState state) {
        Color ring = filled() ? Tone.TEXT.color() : Tone.ACCENT.color();
        return switch (state) {
            case REST -> new ButtonColors(fill.color(), edge.color(), 1, text.color(), ring);
            case HOVER -> new ButtonColors(hoverFill(), hoverEdge(), 1, text.color(), ring);
            case PRESSED -> new ButtonColors(pressedFill(), pressedEdge(), 1, text.color(), ring);
            case CHOSEN ->
                new ButtonColors(Tone.ACCENT_TINT.color(), Tone.ACCENT.color(), 2, Tone.ACCENT_TEXT.color(), ring);
            case DISABLED -> new ButtonColors(Tone.SUBTLE.color(), Tone.LINE.color(), 1, Tone.DISABLED.color(), ring);
            case BUSY -> new ButtonColors(Tone.SUBTLE.color(), Tone.LINE.color(), 1, Tone.TEXT2.color(), ring);
        };
    }

    private Color hoverFill() {
        if (filled()) {
            return Draw.mix(Tone.TEXT.color(), fill.color(), 10);
        }
        return this == KEY ? Draw.mix(Tone.TEXT.color(), Tone.SUBTLE.color(), 3) : Tone.SUBTLE.color();
    }

    private Color hoverEdge() {
        if (this == LINK) {
            return Tone.SUBTLE.color();
        }
        return filled() ? hoverFill() : Tone.BORDER.color();
    }

    private Color pressedFill() {
        if (filled()) {
            return Draw.mix(Tone.SHADE.color(), fill.color(), 25);
        }
        return this == DANGER ? Tone.DANGER_TINT.color() : Tone.ACCENT_TINT.color();
    }

    private Color pressedEdge() {
        return filled() || this == LINK ? pressedFill() : edge.color();
    }
}
