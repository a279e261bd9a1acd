package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.JPanel;

/** A panel with round corners and a line around it; children never stick out at the corners. */
public class Card extends JPanel {
    private Tone fill = Tone.SURFACE;
    private Tone edge = Tone.LINE;
    private int edgeWidth = 1;
    private int radius = 12;

    public Card(LayoutManager layout) {
        super(layout);
        setOpaque(false);
    }

    /** Another fill, such as a tint. */
    public final Card fill(Tone tone) {
        fill = tone;
        repaint();
        return this;
    }

    /** Another edge; width at scale 1. */
    public final Card edge(Tone tone, int width) {
        edge = tone;
        edgeWidth = width;
        repaint();
        return this;
    }

    public final Card radius(int atScaleOne) {
        radius = atScaleOne;
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        Draw.box(g, box(), Scale.px(radius), fill.color(), null);
        g.dispose();
    }

    @Override
    protected void paintChildren(Graphics graphics) {
        super.paintChildren(graphics);
        Graphics2D g = Draw.smooth(graphics);
        Draw.cutCorners(g, box(), Scale.px(radius), outside());
        Draw.box(g, box(), Scale.px(radius), null, Draw.Edge.of(edge, edgeWidth));
        g.dispose();
    }

    private Color outside() {
        java.awt.Container parent = getParent();
        while (parent != null && !parent.isOpaque() && !(parent instanceof Card)) {
            parent = parent.getParent();
        }
        if (parent instanceof Card card) {
            return card.fill.color();
        }
        return parent == null ? Tone.CANVAS.color() : parent.getBackground();
    }

    /** Repaints of a child near a corner must paint the corner again. */
    @Override
    protected boolean isPaintingOrigin() {
        return true;
    }

    private Rectangle box() {
        return new Rectangle(0, 0, getWidth(), getHeight());
    }
}
