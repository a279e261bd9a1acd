package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import javax.swing.JComponent;

/** The product's mark. */
final class Logo extends JComponent {
    private final int size;

    /** @param size edge at scale 1 */
    Logo(int size) {
        this.size = size;
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
        Draw.box(g, new Rectangle(0, 0, getWidth(), getHeight()), Scale.px(size / 4), Tone.ACCENT.color(), null);
        int icon = size * 5 / 8;
        int at = (getWidth() - Scale.px(icon)) / 2;
        Glyph.CASH_REGISTER.icon(icon, Tone.ON_ACCENT).paintIcon(this, g, at, at);
        g.dispose();
    }
}
