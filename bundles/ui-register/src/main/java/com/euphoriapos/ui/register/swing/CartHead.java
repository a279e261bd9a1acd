package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.register.swing.Brush.Spot;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JComponent;

/** The heads of the cart's columns. */
final class CartHead extends JComponent {
    private Room room = Room.NORMAL;

    void show(Room newRoom) {
        room = newRoom;
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Scale.px(200), Scale.px(32));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        g.setColor(Tone.SUBTLE.color());
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(Tone.LINE.color());
        g.fillRect(0, 0, getWidth(), 1);
        g.fillRect(0, getHeight() - 1, getWidth(), 1);
        CartColumns columns = CartColumns.of(room, getWidth());
        Brush brush = new Brush(this, g);
        int middle = getHeight() / 2;
        brush.right("#", Type.HEAD, Tone.TEXT2, new Spot(columns.numberEnd() - Scale.px(1), middle));
        brush.left("Item", Type.HEAD, Tone.TEXT2, new Spot(columns.itemStart(), middle));
        brush.centre("Qty", Type.HEAD, Tone.TEXT2, new Spot(columns.quantityMiddle(), middle));
        if (columns.showsPrice()) {
            brush.right("Price", Type.HEAD, Tone.TEXT2, new Spot(columns.priceEnd(), middle));
        }
        brush.right("Total", Type.HEAD, Tone.TEXT2, new Spot(columns.totalEnd(), middle));
        g.dispose();
    }
}
