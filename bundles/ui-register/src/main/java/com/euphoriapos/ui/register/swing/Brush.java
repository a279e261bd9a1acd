package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;

/** Puts words and icons on a component that paints itself; places are real pixels, heights name the middle of the capitals. */
record Brush(JComponent on, Graphics2D g) {
    int width(String text, Type type) {
        return on.getFontMetrics(type.font()).stringWidth(text);
    }

    /** From x; returns where it ends. */
    int left(String text, Type type, Tone tone, Spot at) {
        return draw(text, type.font(), tone.color(), at.x(), at.middle());
    }

    /** Up to x; returns where it starts. */
    int right(String text, Type type, Tone tone, Spot at) {
        int x = at.x() - width(text, type);
        draw(text, type.font(), tone.color(), x, at.middle());
        return x;
    }

    /** Around x. */
    void centre(String text, Type type, Tone tone, Spot at) {
        draw(text, type.font(), tone.color(), at.x() - width(text, type) / 2, at.middle());
    }

    /** From x, set smaller where it would be wider than the room: never cut. */
    int fitted(String text, Type type, Tone tone, Spot at, int room) {
        Font font = type.font();
        while (on.getFontMetrics(font).stringWidth(text) > room && font.getSize2D() > 9f) {
            font = font.deriveFont(font.getSize2D() - 1f);
        }
        return draw(text, font, tone.color(), at.x(), at.middle());
    }

    private int draw(String text, Font font, Color color, int x, int middle) {
        FontMetrics metrics = on.getFontMetrics(font);
        g.setFont(font);
        g.setColor(color);
        // Capitals and digits of the typeface are 0.728 of its size high.
        Draw.text(on, g, text, x, Math.round(middle + font.getSize2D() * 0.364f));
        return x + metrics.stringWidth(text);
    }

    /** Words in lines of at most this width. */
    static List<String> wrap(String text, FontMetrics metrics, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    int icon(Glyph glyph, int size, Tone tone, Spot at) {
        var icon = glyph.icon(size, tone);
        icon.paint(on, g, at.x(), at.middle() - icon.getIconHeight() / 2, tone.color());
        return at.x() + icon.getIconWidth();
    }

    /** A line through words. */
    void strike(int from, int to, int middle, Tone tone) {
        g.setColor(tone.color());
        g.fillRect(from, middle, to - from, Math.max(1, com.euphoriapos.ui.kit.theme.Scale.px(1)));
    }

    /** A place: x, and the middle of the line. */
    record Spot(int x, int middle) {}

    /** A digit that chooses, in a box of 34. */
    void cap(String cap, boolean chosen, int x, int middle) {
        int size = Scale.px(34);
        Tone tone = chosen ? Tone.ACCENT : Tone.BORDER;
        Draw.box(g, new Rectangle(x, middle - size / 2, size, size), Scale.px(5), null, Draw.Edge.of(tone, 1));
        centre(cap, Type.LINE_TOTAL, chosen ? Tone.ACCENT_TEXT : Tone.TEXT, new Spot(x + size / 2, middle));
    }
}
