package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JComponent;

/** A long code in groups, as large as the rows allow; groups are never broken. */
public final class CodeLabel extends JComponent {
    private static final int GAP = 22;
    private transient List<String> groups = List.of();

    public void show(List<String> newGroups) {
        groups = newGroups;
        getAccessibleContext();
        putClientProperty("AccessibleName", String.join(" ", groups));
        revalidate();
        repaint();
    }

    private int columnWidth() {
        FontMetrics metrics = getFontMetrics(Type.DIGIT.font());
        return groups.stream().mapToInt(metrics::stringWidth).max().orElse(1) + Scale.px(GAP);
    }

    private int columns() {
        int width = getWidth() == 0 ? Scale.px(640) : getWidth();
        int most = Math.max(1, (width + Scale.px(GAP)) / columnWidth());
        int rows = Math.max(1, (groups.size() + most - 1) / most);
        // Rows of like length are copied by hand with fewer slips than one group left over.
        return Math.max(1, (groups.size() + rows - 1) / rows);
    }

    private int lineHeight() {
        return Scale.px(40);
    }

    @Override
    public Dimension getPreferredSize() {
        int rows = (groups.size() + columns() - 1) / columns();
        return new Dimension(columns() * columnWidth(), Math.max(1, rows) * lineHeight());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        g.setFont(Type.DIGIT.font());
        g.setColor(Tone.TEXT.color());
        FontMetrics metrics = g.getFontMetrics();
        for (int i = 0; i < groups.size(); i++) {
            int x = i % columns() * columnWidth();
            int top = i / columns() * lineHeight();
            int baseline = top + (lineHeight() + metrics.getAscent() - metrics.getDescent()) / 2;
            Draw.text(this, g, groups.get(i), x, baseline);
        }
        g.dispose();
    }
}
