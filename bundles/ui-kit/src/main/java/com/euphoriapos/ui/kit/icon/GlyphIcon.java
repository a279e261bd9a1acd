package com.euphoriapos.ui.kit.icon;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * An icon that takes its colour when it is painted, so a change of theme needs no new icons. The drawing is read when it
 * is painted first: screens that are never shown cost nothing. Event thread only.
 */
public final class GlyphIcon implements Icon {
    private static final double GRID = 24;
    private static final Pattern PATH = Pattern.compile("<path[^>]* d=\"([^\"]+)\"[^>]*>");
    private static final String FILL = " fill=\"currentColor\"";
    private static final String STROKE = " stroke=\"currentColor\"";

    private final Glyph glyph;
    private final int size;
    private final @Nullable Tone tone;
    private @Nullable Drawing drawing;

    GlyphIcon(Glyph glyph, int size, @Nullable Tone tone) {
        this.glyph = glyph;
        this.size = size;
        this.tone = tone;
    }

    /** All icons are drawn on a grid of 24, as filled areas and as lines of width 2 with round ends. */
    private record Drawing(Path2D areas, Path2D lines) {}

    public Glyph glyph() {
        return glyph;
    }

    @Override
    public void paintIcon(Component component, Graphics g, int x, int y) {
        paint(component, g, x, y, tone == null ? component.getForeground() : tone.color());
    }

    /** Paints in a given colour, for widgets whose colour depends on their state. */
    public void paint(Component component, Graphics g, int x, int y, Color color) {
        Drawing known = drawing;
        if (known == null) {
            known = read(glyph);
            drawing = known;
        }
        Graphics2D smooth = Draw.smooth(g);
        try {
            smooth.translate(x, y);
            smooth.scale(getIconWidth() / GRID, getIconHeight() / GRID);
            smooth.setColor(color);
            smooth.fill(known.areas());
            smooth.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            smooth.draw(known.lines());
        } finally {
            smooth.dispose();
        }
    }

    private static Drawing read(Glyph glyph) {
        try (InputStream in = GlyphIcon.class.getClassLoader().getResourceAsStream(glyph.resource())) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + glyph.resource());
            }
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String root = svg.substring(0, svg.indexOf('>'));
            Path2D areas = new Path2D.Double(Path2D.WIND_NON_ZERO);
            Path2D lines = new Path2D.Double();
            Matcher path = PATH.matcher(svg);
            while (path.find()) {
                Path2D shape = Outline.read(path.group(1));
                if (root.contains(FILL) || path.group().contains(FILL)) {
                    areas.append(shape, false);
                }
                if (root.contains(STROKE)) {
                    lines.append(shape, false);
                }
            }
            return new Drawing(areas, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
