package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.widget.VerticalScroll;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.List;
import javax.swing.JPanel;

/** A receipt as it leaves the printer: a strip of paper with a torn edge, fixed columns. */
final class ReceiptPaper extends JPanel implements VerticalScroll {
    private static final int COLUMNS = 42;
    private static final int PAD = 24;
    private static final int TOOTH = 6;

    private List<String> lines = List.of();

    ReceiptPaper() {
        setOpaque(false);
    }

    void show(String text) {
        List<String> now =
                text.isEmpty() ? List.of() : text.stripTrailing().lines().toList();
        if (!now.equals(lines)) {
            lines = now;
            getAccessibleContext().setAccessibleName(text.isEmpty() ? "No receipt" : "Receipt: " + text);
            revalidate();
            repaint();
            scrollRectToVisible(new Rectangle(0, 0, 1, 1));
        }
    }

    private Font font() {
        return new Font(Font.MONOSPACED, Font.PLAIN, Scale.row(14));
    }

    private int paperWidth() {
        return getFontMetrics(font()).charWidth('0') * COLUMNS + 2 * Scale.px(PAD);
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics metrics = getFontMetrics(font());
        int height = lines.isEmpty() ? 0 : metrics.getHeight() * lines.size() + 2 * Scale.px(PAD) + Scale.px(TOOTH + 8);
        return new Dimension(Math.min(paperWidth(), Scale.px(380)), height);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (lines.isEmpty()) {
            return;
        }
        Graphics2D g = Draw.smooth(graphics);
        Font font = font();
        FontMetrics metrics = getFontMetrics(font);
        while (metrics.charWidth('0') * COLUMNS + 2 * Scale.px(PAD) > getWidth() && font.getSize() > 8) {
            font = font.deriveFont(font.getSize2D() - 1f);
            metrics = getFontMetrics(font);
        }
        int width = metrics.charWidth('0') * COLUMNS + 2 * Scale.px(PAD);
        int height = metrics.getHeight() * lines.size() + 2 * Scale.px(PAD);
        int x = (getWidth() - width) / 2;
        int top = Scale.px(4);
        Path2D sheet = sheet(new Rectangle(x, top, width, height));
        g.setColor(Tone.SUBTLE.color());
        g.fill(sheet);
        g.setColor(Tone.LINE.color());
        g.draw(sheet);
        g.setFont(font);
        g.setColor(Tone.TEXT.color());
        float baseline = top + Scale.px(PAD) + metrics.getAscent();
        for (String line : lines) {
            Draw.text(this, g, line, x + Scale.px(PAD), baseline);
            baseline += metrics.getHeight();
        }
        g.dispose();
    }

    private static Path2D sheet(Rectangle r) {
        Path2D path = new Path2D.Float();
        path.moveTo(r.x, r.y);
        path.lineTo(r.x + r.width, r.y);
        path.lineTo(r.x + r.width, r.y + r.height);
        int teeth = Math.max(2, r.width / Scale.px(TOOTH * 2));
        double tooth = (double) r.width / teeth;
        for (int i = teeth; i > 0; i--) {
            path.lineTo(r.x + (i - 0.5) * tooth, r.y + r.height + (double) Scale.px(TOOTH));
            path.lineTo(r.x + (i - 1) * tooth, r.y + r.height);
        }
        path.closePath();
        return path;
    }

    @Override
    public int scrollStep() {
        return Scale.px(54);
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > getPreferredSize().height;
    }
}
