package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** A small word in a box: VOID, "Lane 1", a count. Not a button. */
public final class Tag extends JComponent {
    private final Tone words;
    private final Tone ground;
    private final @Nullable Tone edge;
    private final Type type;
    private String text;

    private Tag(String text, Type type, Tone words, Tone ground, @Nullable Tone edge) {
        this.text = text;
        this.type = type;
        this.words = words;
        this.ground = ground;
        this.edge = edge;
    }

    /** The lane's name in the bar. */
    public static Tag plain(String text) {
        return new Tag(text, Type.SMALL_STRONG, Tone.TEXT2, Tone.SUBTLE, Tone.LINE);
    }

    /** VOID and the like. */
    public static Tag of(Level level, String text) {
        return new Tag(text, Type.CAP, level.tone(), level.tint(), null);
    }

    public void setText(String newText) {
        text = newText;
        revalidate();
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        int width = getFontMetrics(type.font()).stringWidth(text);
        return new Dimension(
                width + Scale.px(edge == null ? 12 : 16),
                Math.round(type.font().getSize2D() * 1.45f) + Scale.px(edge == null ? 2 : 7));
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        Rectangle box = new Rectangle(0, 0, getWidth(), getHeight());
        Draw.box(g, box, Scale.px(edge == null ? 5 : 8), ground.color(), edge == null ? null : Draw.Edge.of(edge, 1));
        Face.of(this, g).centered(text, type.font(), words.color(), getHeight() / 2);
        g.dispose();
    }
}
