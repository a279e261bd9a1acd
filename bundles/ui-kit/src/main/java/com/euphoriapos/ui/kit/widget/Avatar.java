package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.Locale;
import java.util.Objects;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** A person's initials in a circle; the colour is always the same for the same name. */
public final class Avatar extends JComponent {
    private static final int COLORS = 6;

    private final int size;
    private String name;

    /** @param size diameter at scale 1: 32 in the lane bar, 48 on tiles, 60 on the sign-in card */
    public Avatar(String name, int size) {
        this.name = name;
        this.size = size;
    }

    public void setPerson(String newName) {
        name = newName;
        repaint();
    }

    static String initials(String name) {
        StringBuilder letters = new StringBuilder();
        for (String part : name.strip().split("\\s+")) {
            if (!part.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(part.codePointAt(0));
            }
        }
        return letters.toString().toUpperCase(Locale.ROOT);
    }

    @Override
    public Dimension getPreferredSize() {
        return Scale.size(size, size);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        int number = Math.floorMod(name.hashCode(), COLORS) + 1;
        Color ground = Objects.requireNonNullElse(UIManager.getColor("Pos.person." + number), Color.GRAY);
        g.setColor(ground);
        int diameter = Math.min(getWidth(), getHeight());
        g.fill(new Ellipse2D.Float((getWidth() - diameter) / 2f, (getHeight() - diameter) / 2f, diameter, diameter));
        Type type = size >= 60 ? Type.TITLE : size >= 44 ? Type.LINE_TOTAL : Type.HEAD;
        Face.of(this, g).centered(initials(name), type.font(), Tone.TEXT.color(), getHeight() / 2);
        g.dispose();
    }
}
