package com.euphoriapos.ui.kit.theme;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JComponent;
import javax.swing.UIManager;
import javax.swing.plaf.basic.BasicGraphicsUtils;
import org.jspecify.annotations.Nullable;

/** Strokes shared by all widgets that paint themselves. Lengths are real pixels: scale them with {@link Scale}. */
public final class Draw {
    private Draw() {}

    /** A copy of the graphics with smooth edges and text; the caller disposes of it. */
    public static Graphics2D smooth(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Object text = UIManager.get(RenderingHints.KEY_TEXT_ANTIALIASING);
        if (text != null) {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, text);
        }
        return g;
    }

    /** A rounded box: fill, and an edge of the given width inside the bounds. Null leaves a part out. */
    public static void box(Graphics2D g, Rectangle r, int radius, @Nullable Color fill, @Nullable Edge edge) {
        if (fill != null) {
            g.setColor(fill);
            fill(g, r, radius);
        }
        if (edge != null) {
            g.setColor(edge.color());
            edge(g, r, radius, edge.width());
        }
    }

    /** The smooth renderer is slow on large areas, so it gets only the bands with the corners. */
    private static void fill(Graphics2D g, Rectangle r, int radius) {
        int band = radius + 1;
        if (r.height <= 3 * band) {
            g.fill(round(r, 0, radius));
            return;
        }
        bands(g, r, band, round(r, 0, radius));
        straight(g, new Rectangle(r.x, r.y + band, r.width, r.height - 2 * band));
    }

    private static void edge(Graphics2D g, Rectangle r, int radius, int width) {
        Path2D ring = new Path2D.Float(Path2D.WIND_EVEN_ODD);
        ring.append(round(r, 0, radius), false);
        ring.append(round(r, width, Math.max(0, radius - width)), false);
        int band = Math.max(radius, width) + 1;
        if (r.height <= 3 * band || r.width <= 2 * width) {
            g.fill(ring);
            return;
        }
        bands(g, r, band, ring);
        straight(g, new Rectangle(r.x, r.y + band, width, r.height - 2 * band));
        straight(g, new Rectangle(r.x + r.width - width, r.y + band, width, r.height - 2 * band));
    }

    /** Fills what of the shape is in the top and the bottom of the box. */
    private static void bands(Graphics2D g, Rectangle r, int height, Shape shape) {
        Shape clip = g.getClip();
        g.clipRect(r.x, r.y, r.width, height);
        g.fill(shape);
        g.setClip(clip);
        g.clipRect(r.x, r.y + r.height - height, r.width, height);
        g.fill(shape);
        g.setClip(clip);
    }

    private static void straight(Graphics2D g, Rectangle part) {
        Object smooth = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        g.fillRect(part.x, part.y, part.width, part.height);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
    }

    /** Paints what lies outside the rounded corners in the given colour, so that children never show square corners. */
    public static void cutCorners(Graphics2D g, Rectangle r, int radius, Color outside) {
        Area area = new Area(r);
        area.subtract(new Area(round(r, 0, radius)));
        g.setColor(outside);
        g.fill(area);
    }

    /** Text at its baseline, with the component's own text hints. */
    public static void text(JComponent component, Graphics2D g, String text, float x, float baseline) {
        BasicGraphicsUtils.drawString(component, g, text, x, baseline);
    }

    /** {@code share} percent of the first colour in the second. */
    public static Color mix(Color first, Color second, int share) {
        return new Color(
                blend(first.getRed(), second.getRed(), share),
                blend(first.getGreen(), second.getGreen(), share),
                blend(first.getBlue(), second.getBlue(), share));
    }

    private static int blend(int first, int second, int share) {
        return (first * share + second * (100 - share) + 50) / 100;
    }

    private static RoundRectangle2D round(Rectangle r, int inset, int radius) {
        Rectangle2D box = new Rectangle2D.Float(
                r.x + inset, r.y + inset, Math.max(0, r.width - 2 * inset), Math.max(0, r.height - 2 * inset));
        return new RoundRectangle2D.Double(
                box.getX(), box.getY(), box.getWidth(), box.getHeight(), radius * 2.0, radius * 2.0);
    }

    /** An edge: its colour and its width in real pixels. */
    public record Edge(Color color, int width) {
        public static Edge of(Tone tone, int widthAtScaleOne) {
            return new Edge(tone.color(), Math.max(1, Scale.px(widthAtScaleOne)));
        }
    }
}
