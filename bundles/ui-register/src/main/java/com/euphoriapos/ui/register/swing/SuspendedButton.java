package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.ButtonKind;
import com.euphoriapos.ui.kit.widget.CardButton;
import com.euphoriapos.ui.register.SuspendedRow;
import com.euphoriapos.ui.register.swing.Brush.Spot;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;

/** A suspended sale to choose: its note or number, where it comes from and when, and what it costs. */
final class SuspendedButton extends CardButton {
    private static final int HEIGHT = 84;
    private static final int STEP = 22;
    private static final int NARROW = 210;

    private final String cap;
    private final transient SuspendedRow row;

    /** @param cap the digit that chooses it, or empty */
    SuspendedButton(String cap, SuspendedRow row, Runnable action) {
        super(ButtonKind.SECONDARY, row.title());
        this.cap = cap;
        this.row = row;
        addActionListener(e -> action.run());
        setFocusable(false);
        getAccessibleContext().setAccessibleName(row.spoken() + (cap.isEmpty() ? "" : ", " + cap));
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Scale.px(200), height());
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(Scale.px(160), height());
    }

    /** A long note takes a second line; how wide the list will be is not known yet, so the narrowest counts. */
    private int height() {
        boolean longNote = getFontMetrics(Type.ITEM.font()).stringWidth(row.title()) > Scale.px(NARROW);
        return Scale.row(longNote ? HEIGHT + STEP : HEIGHT);
    }

    @Override
    protected void paintChildren(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        Brush brush = new Brush(this, g);
        int x = Scale.px(16);
        int middle = getHeight() / 2;
        if (!cap.isEmpty()) {
            brush.cap(cap, isChosen(), x, middle);
            x += Scale.px(34 + 12);
        }
        int right = getWidth() - Scale.px(15);
        int side = brush.width(row.total(), Type.LINE_TOTAL);
        brush.right(row.total(), Type.LINE_TOTAL, Tone.TEXT, new Spot(right, middle));
        int space = right - side - Scale.px(10) - x;
        List<String> title = Brush.wrap(row.title(), getFontMetrics(Type.ITEM.font()), space);
        int lines = Math.min(2, title.size());
        int step = Scale.row(STEP);
        int y = middle - step * (lines + 1) / 2;
        for (int i = 0; i < lines; i++) {
            String line = i == 1 ? String.join(" ", title.subList(1, title.size())) : title.get(0);
            brush.fitted(line, Type.ITEM, Tone.TEXT, new Spot(x, y), space);
            y += step;
        }
        brush.fitted(row.where(), Type.SMALL, Tone.TEXT2, new Spot(x, y), space);
        brush.fitted(row.when(), Type.SMALL, Tone.TEXT2, new Spot(x, y + step), space);
        g.dispose();
        super.paintChildren(graphics);
    }
}
