package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** Words on up to two lines in the middle of their height, set smaller where even that is too little: never cut. */
public final class WrapLabel extends JComponent {
    private static final long serialVersionUID = 1L;

    private static final int LINES = 2;

    private final Type type;
    private Tone tone;
    private String text = "";

    public WrapLabel(Type type, Tone tone) {
        this.type = type;
        this.tone = tone;
    }

    public void show(String words, Tone color) {
        text = words;
        tone = color;
        getAccessibleContext().setAccessibleName(words);
        repaint();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1L;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.LABEL;
                }
            };
        }
        return accessibleContext;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(getFontMetrics(type.font()).stringWidth(text), Scale.row(22));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        Face.Block block = new Face.Block(0, getHeight() / 2, getWidth() - Scale.px(4), LINES, Face.Block.Place.MIDDLE);
        Face.of(this, g).wrapped(text, type.font(), tone.color(), block);
        g.dispose();
    }
}
