package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.VerticalScroll;
import com.euphoriapos.ui.register.CartLine;
import com.euphoriapos.ui.register.swing.Brush.Spot;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JPanel;

/** What is sold, in a narrow column: quantity, name wrapped and never cut, amount. */
final class SummaryLines extends JPanel implements VerticalScroll {
    private static final int PAD = 15;
    private static final int NAME_START = 49;
    private static final int NAME_STEP = 18;

    private transient List<CartLine> lines = List.of();

    SummaryLines() {
        setOpaque(false);
    }

    void show(List<CartLine> newLines) {
        if (!newLines.equals(lines)) {
            lines = newLines;
            String spoken = lines.stream().map(CartLine::spoken).collect(Collectors.joining(". "));
            getAccessibleContext().setAccessibleName(spoken);
            revalidate();
            repaint();
        }
    }

    private List<String> name(CartLine line, int width) {
        FontMetrics metrics = getFontMetrics(Type.BODY_STRONG.font());
        int space = width - nameStart(metrics) - Scale.px(PAD + 10) - metrics.stringWidth(line.total());
        return Brush.wrap(line.name(), metrics, space);
    }

    /** Names stand below each other, right of the widest quantity. */
    private int nameStart(FontMetrics metrics) {
        int widest = lines.stream()
                .mapToInt(line -> metrics.stringWidth(times(line)))
                .max()
                .orElse(0);
        return Math.max(Scale.px(NAME_START), Scale.px(PAD + 8) + widest);
    }

    private static String times(CartLine line) {
        return line.quantity() + " \u00D7";
    }

    private int height(int nameLines) {
        return Scale.row(nameLines * NAME_STEP + 27);
    }

    @Override
    public Dimension getPreferredSize() {
        // The width is the viewport's, also before the first layout; without it the height would be that of unwrapped
        // names.
        int width = getParent() == null ? getWidth() : getParent().getWidth();
        int height = Scale.px(16);
        for (CartLine line : lines) {
            height += height(name(line, width).size());
        }
        return new Dimension(Scale.px(200), height);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        Brush brush = new Brush(this, g);
        int start = nameStart(getFontMetrics(Type.BODY_STRONG.font()));
        int y = Scale.px(8);
        for (CartLine line : lines) {
            List<String> name = name(line, getWidth());
            int height = height(name.size());
            int middle = y + height / 2;
            brush.left(times(line), Type.BODY_STRONG, Tone.TEXT2, new Spot(Scale.px(PAD), middle));
            brush.right(line.total(), Type.BODY_STRONG, Tone.TEXT, new Spot(getWidth() - Scale.px(PAD), middle));
            int row = y + Scale.row(13);
            for (String words : name) {
                brush.left(words, Type.BODY_STRONG, Tone.TEXT, new Spot(start, row));
                row += Scale.row(NAME_STEP);
            }
            brush.left(line.detail(), Type.SMALL, Tone.TEXT2, new Spot(start, row));
            y += height;
        }
        g.dispose();
    }

    @Override
    public int scrollStep() {
        return Scale.row(45);
    }
}
