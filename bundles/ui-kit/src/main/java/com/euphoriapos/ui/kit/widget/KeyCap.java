package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import javax.swing.JComponent;

/** The picture of a key, such as F8: 19 high with an edge. Takes no room while the lane hides key caps. */
public final class KeyCap extends JComponent {
    private String text;
    private Tone tone = Tone.TEXT2;

    public KeyCap(String text) {
        this.text = text;
    }

    public void setText(String newText) {
        text = newText;
        revalidate();
        repaint();
    }

    public KeyCap tone(Tone newTone) {
        tone = newTone;
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return Look.keyCaps() ? new Dimension(width(this, text, false), height(false)) : new Dimension();
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (Look.keyCaps()) {
            Graphics2D g = Draw.smooth(graphics);
            paint(Face.of(this, g), text, new Place(getWidth(), getHeight() / 2, false), tone.color());
            g.dispose();
        }
    }

    static int height(boolean large) {
        return Scale.px(large ? 23 : 19);
    }

    static int width(JComponent on, String text, boolean large) {
        return Math.max(
                Scale.px(large ? 24 : 20),
                on.getFontMetrics(font(large)).stringWidth(text) + Scale.px(large ? 12 : 10));
    }

    /** Paints a cap that ends at the place; returns where it starts. */
    static int paint(Face face, String text, Place place, Color color) {
        int width = width(face.on(), text, place.large());
        int height = height(place.large());
        Rectangle box = new Rectangle(place.right() - width, place.middle() - height / 2, width, height);
        Color fade = new Color(color.getRed(), color.getGreen(), color.getBlue(), 150);
        Draw.box(face.g(), box, Scale.px(5), null, new Draw.Edge(fade, Math.max(1, Scale.px(1))));
        Font font = font(place.large());
        int x = box.x + (width - face.on().getFontMetrics(font).stringWidth(text)) / 2;
        face.line(text, font, color, x, box.y + height / 2);
        return box.x;
    }

    private static Font font(boolean large) {
        return (large ? Type.SMALL_STRONG : Type.CAP).font();
    }

    record Place(int right, int middle, boolean large) {}
}
