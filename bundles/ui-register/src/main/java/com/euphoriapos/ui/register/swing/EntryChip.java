package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.register.SaleScreenState.EntryState;
import com.euphoriapos.ui.register.swing.Brush.Spot;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import javax.swing.JPanel;

/** What was typed, and what the keys make of it. */
final class EntryChip extends JPanel {
    private String text = "";
    private String hint = "";

    EntryChip() {
        setOpaque(false);
        setVisible(false);
    }

    /** @param elsewhere whether a sheet shows the digits already */
    void show(EntryState entry, boolean elsewhere) {
        text = entry.chip();
        if (entry.digits().isEmpty()) {
            hint = "next item";
        } else {
            hint = entry.multiplied() ? "Enter looks it up" : "* quantity, Enter looks it up";
        }
        setVisible(!text.isEmpty() && !elsewhere);
        getAccessibleContext().setAccessibleName("Typed " + text);
        revalidate();
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        int words = getFontMetrics(Type.LINE_TOTAL.font()).stringWidth(text)
                + getFontMetrics(Type.SMALL.font()).stringWidth(hint);
        return new Dimension(words + Scale.px(14 + 3 + 10 + 14), Scale.row(34));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        Rectangle box = new Rectangle(0, 0, getWidth(), getHeight());
        Draw.box(g, box, getHeight() / 2, Tone.ACCENT_TINT.color(), Draw.Edge.of(Tone.ACCENT, 1));
        Brush brush = new Brush(this, g);
        int middle = getHeight() / 2;
        int x = brush.left(text, Type.LINE_TOTAL, Tone.ACCENT_TEXT, new Spot(Scale.px(14), middle));
        g.setColor(Tone.ACCENT.color());
        g.fillRect(x + Scale.px(2), middle - Scale.px(9), Math.max(1, Scale.px(1)), Scale.px(18));
        brush.left(hint, Type.SMALL, Tone.TEXT2, new Spot(x + Scale.px(13), middle));
        g.dispose();
    }
}
