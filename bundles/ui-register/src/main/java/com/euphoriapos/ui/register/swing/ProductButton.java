package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Department;
import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.ButtonKind;
import com.euphoriapos.ui.kit.widget.CardButton;
import com.euphoriapos.ui.register.ProductRow;
import com.euphoriapos.ui.register.swing.Brush.Spot;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.List;

/** A product to choose: key in front where it has one, name wrapped and never cut, price and stock at the right. */
final class ProductButton extends CardButton {
    private final String cap;
    private final ProductRow row;
    private final boolean best;

    /**
     * @param cap the digit that chooses it, or empty
     * @param best whether it is the most sold of those offered
     */
    ProductButton(String cap, ProductRow row, boolean best, Runnable action) {
        super(ButtonKind.SECONDARY, row.name());
        this.cap = cap;
        this.row = row;
        this.best = best;
        addActionListener(e -> action.run());
        String key = cap.isEmpty() ? "" : ", " + cap;
        getAccessibleContext()
                .setAccessibleName(row.name() + ", " + row.detail() + ", " + row.price() + ", " + row.stock() + key);
    }

    static Department department(ProductRow row) {
        return Department.of(row.department().title());
    }

    @Override
    public Dimension getPreferredSize() {
        return Scale.size(200, 68);
    }

    @Override
    public Dimension getMinimumSize() {
        return Scale.size(160, 60);
    }

    @Override
    protected void paintChildren(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        Brush brush = new Brush(this, g);
        int middle = getHeight() / 2;
        int x = Scale.px(16);
        if (!cap.isEmpty()) {
            brush.cap(cap, isChosen(), x, middle);
            x += Scale.px(34 + 12);
        }
        int right = getWidth() - Scale.px(15);
        int side = Math.max(brush.width(row.price(), Type.LINE_TOTAL), brush.width(note(), Type.SMALL_STRONG));
        brush.right(row.price(), Type.LINE_TOTAL, Tone.TEXT, new Spot(right, middle - Scale.px(9)));
        Type noteType = best ? Type.SMALL_STRONG : Type.SMALL;
        brush.right(note(), noteType, best ? Tone.ACCENT_TEXT : Tone.TEXT2, new Spot(right, middle + Scale.px(12)));
        paintName(brush, x, right - side - Scale.px(10) - x);
        g.dispose();
        super.paintChildren(graphics);
    }

    private String note() {
        return best ? "Most sold" : row.stock();
    }

    private void paintName(Brush brush, int x, int space) {
        List<String> lines = Brush.wrap(row.name(), getFontMetrics(Type.ITEM.font()), space);
        int step = Scale.row(20);
        int shown = Math.min(lines.size(), 3);
        int middle = getHeight() / 2 - step * shown / 2;
        for (int i = 0; i < shown; i++) {
            // A fourth line would not fit any row; the rest is set smaller instead of being cut.
            String line = i == 2 ? String.join(" ", lines.subList(2, lines.size())) : lines.get(i);
            brush.fitted(line, Type.ITEM, Tone.TEXT, new Spot(x, middle), space);
            middle += step;
        }
        int dot = Scale.px(9);
        brush.g().setColor(department(row).color());
        brush.g().fill(new Ellipse2D.Float(x, middle - dot / 2f, dot, dot));
        int words = x + dot + Scale.px(6);
        brush.fitted(row.detail(), Type.SMALL, Tone.TEXT2, new Spot(words, middle), space - dot - Scale.px(6));
    }
}
