package com.euphoriapos.ui.kit.icon;

import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * An icon that takes its colour when it is painted, so a change of theme needs no new icons. The drawing is read when it
 * is painted first: screens that are never shown cost nothing. Event thread only.
 */
public final class GlyphIcon implements Icon {
    private final Glyph glyph;
    private final int size;
    private final @Nullable Tone tone;
    private @Nullable FlatSVGIcon drawing;

    GlyphIcon(Glyph glyph, int size, @Nullable Tone tone) {
        this.glyph = glyph;
        this.size = size;
        this.tone = tone;
    }

    public Glyph glyph() {
        return glyph;
    }

    @Override
    public void paintIcon(Component component, Graphics g, int x, int y) {
        paint(component, g, x, y, tone == null ? component.getForeground() : tone.color());
    }

    /** Paints in a given colour, for widgets whose colour depends on their state. */
    public void paint(Component component, Graphics g, int x, int y, Color color) {
        FlatSVGIcon svg = drawing;
        if (svg == null) {
            svg = new FlatSVGIcon(glyph.resource(), size, size, GlyphIcon.class.getClassLoader());
            drawing = svg;
        }
        svg.setColorFilter(new FlatSVGIcon.ColorFilter(ignored -> color));
        svg.paintIcon(component, g, x, y);
    }

    @Override
    public int getIconWidth() {
        return Scale.px(size);
    }

    @Override
    public int getIconHeight() {
        return Scale.px(size);
    }
}
