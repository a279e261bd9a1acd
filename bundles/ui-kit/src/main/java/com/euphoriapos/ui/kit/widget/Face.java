package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.GlyphIcon;
import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;

/** Places words and icons on a widget that paints itself. Words are wrapped or set smaller, never cut. */
record Face(JComponent on, Graphics2D g) {
    static Face of(JComponent on, Graphics2D g) {
        return new Face(on, g);
    }

    /** One line from x, its middle on y; returns where it ends. */
    int line(String text, Font font, Color color, int x, int middle) {
        FontMetrics metrics = on.getFontMetrics(font);
        g.setFont(font);
        g.setColor(color);
        Draw.text(on, g, text, x, baseline(metrics, middle));
        return x + metrics.stringWidth(text);
    }

    /** One line that ends at x; returns where it starts. */
    int lineTo(String text, Font font, Color color, int right, int middle) {
        int x = right - on.getFontMetrics(font).stringWidth(text);
        line(text, font, color, x, middle);
        return x;
    }

    void centered(String text, Font font, Color color, int middle) {
        int width = on.getFontMetrics(font).stringWidth(text);
        line(text, font, color, (on.getWidth() - width) / 2, middle);
    }

    /** Up to {@code linesMax} lines; the font gets smaller when a word or the whole does not fit. */
    void wrapped(String text, Font font, Color color, Block block) {
        Font fitting = font;
        List<String> lines = wrap(text, on.getFontMetrics(fitting), block.width());
        while (fitting.getSize2D() > Scale.px(10f) && tooMuch(lines, on.getFontMetrics(fitting), block)) {
            fitting = fitting.deriveFont(fitting.getSize2D() - 1f);
            lines = wrap(text, on.getFontMetrics(fitting), block.width());
        }
        int step = Math.round(fitting.getSize2D() * 1.29f);
        int middle = block.middleOfFirst(step, lines.size());
        for (String each : lines) {
            line(each, fitting, color, block.x(), middle);
            middle += step;
        }
    }

    private static boolean tooMuch(List<String> lines, FontMetrics metrics, Block block) {
        return lines.size() > block.linesMax()
                || lines.stream().anyMatch(line -> metrics.stringWidth(line) > block.width());
    }

    private static List<String> wrap(String text, FontMetrics metrics, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    int icon(GlyphIcon icon, Color color, int x, int middle) {
        icon.paint(on, g, x, middle - icon.getIconHeight() / 2, color);
        return x + icon.getIconWidth();
    }

    void busy(Color color, int turn) {
        int middle = on.getHeight() / 2;
        int pad = Scale.px(13);
        int spinner = Scale.px(16);
        Font font = Type.BODY_STRONG.font();
        int words = on.getFontMetrics(font).stringWidth("Waiting");
        boolean wide = on.getWidth() >= words + spinner + pad * 3;
        if (wide || turn < 0) {
            line("Waiting", font, color, wide ? pad : Math.max(0, (on.getWidth() - words) / 2), middle);
        }
        if (turn >= 0) {
            int x = wide ? on.getWidth() - pad - spinner : (on.getWidth() - spinner) / 2;
            g.setColor(color);
            g.setStroke(new BasicStroke(Scale.px(1.6f), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(new Arc2D.Double(
                    x, middle - spinner / 2.0, spinner, spinner, 50 - turn * 30 % 360, 290, Arc2D.OPEN));
        }
    }

    /** The baseline that puts capitals and digits, not the box with its descenders, in the middle. */
    static float baseline(FontMetrics metrics, int middle) {
        return Math.round(middle + metrics.getFont().getSize2D() * 0.364f);
    }

    /**
     * Where wrapped words go.
     *
     * @param top the upper edge when at the top, the middle when centred, the lower edge when at the bottom
     */
    record Block(int x, int top, int width, int linesMax, Place place) {
        int middleOfFirst(int step, int lines) {
            return switch (place) {
                case TOP -> top + step / 2;
                case MIDDLE -> top - step * (lines - 1) / 2;
                case BOTTOM -> top - step * (lines - 1) - step / 2;
            };
        }

        enum Place {
            TOP,
            MIDDLE,
            BOTTOM
        }
    }
}
