package com.euphoriapos.device.simulator.swing;

import com.euphoriapos.device.api.ReceiptDocument.Align;
import com.euphoriapos.device.api.ReceiptDocument.Barcode;
import com.euphoriapos.device.api.ReceiptDocument.Cut;
import com.euphoriapos.device.api.ReceiptDocument.Style;
import com.euphoriapos.device.api.ReceiptText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.Scrollable;

/** The strip of paper: white whatever the look is, in the printer's fixed pitch, as wide as its columns need. */
final class PaperView extends JComponent implements Scrollable {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 42;
    private static final int MARGIN = 10;
    private static final int FONT_SIZE = 11;
    private static final float[] DASH = {4, 4};
    private static final Color PAPER = new Color(0xFFFEFA);
    private static final Color INK = new Color(0x1D1D1F);
    private static final Color CUT = new Color(0x8A8A8A);

    private final Font normal = new Font(Font.MONOSPACED, Font.PLAIN, FONT_SIZE);
    private final Font bold = normal.deriveFont(Font.BOLD);
    private final Font large = bold.deriveFont(2f * FONT_SIZE);
    private transient List<ReceiptText.Line> lines = List.of();

    void show(List<ReceiptText.Line> newLines) {
        lines = newLines;
        revalidate();
        repaint();
    }

    private int lineHeight() {
        return getFontMetrics(normal).getHeight();
    }

    private int height(ReceiptText.Line line) {
        return line.style() == Style.LARGE || line.source() instanceof Cut ? lineHeight() * 2 : lineHeight();
    }

    @Override
    public Dimension getPreferredSize() {
        int height = lines.stream().mapToInt(this::height).sum();
        return new Dimension(COLUMNS * getFontMetrics(normal).charWidth('0') + 2 * MARGIN, height + 2 * MARGIN);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(PAPER);
        g.fillRect(0, 0, getWidth(), getHeight());
        int y = MARGIN;
        Rectangle clip = g.getClipBounds();
        for (ReceiptText.Line line : lines) {
            int height = height(line);
            if (y + height >= clip.y && y <= clip.y + clip.height) {
                paint(g, line, y);
            }
            y += height;
        }
        g.dispose();
    }

    private void paint(Graphics2D g, ReceiptText.Line line, int y) {
        if (line.source() instanceof Cut) {
            g.setColor(CUT);
            g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, DASH, 0));
            g.drawLine(0, y + lineHeight(), getWidth(), y + lineHeight());
            return;
        }
        g.setColor(INK);
        boolean isLarge = line.style() == Style.LARGE;
        g.setFont(isLarge ? large : line.style() == Style.BOLD ? bold : normal);
        String text = line.source() instanceof Barcode barcode ? "[" + barcode.data() + "]" : line.text();
        // Letter by letter on the printer's grid: a screen font twice as high is not exactly twice as wide.
        int column = getFontMetrics(normal).charWidth('0') * (isLarge ? 2 : 1);
        int room = (isLarge ? COLUMNS / 2 : COLUMNS) - text.length();
        int before = line.align() == Align.LEFT ? 0 : line.align() == Align.CENTER ? room / 2 : room;
        int x = MARGIN + Math.max(0, before) * column;
        int base = y + g.getFontMetrics().getAscent();
        for (int i = 0; i < text.length(); i++) {
            g.drawString(text.substring(i, i + 1), x + i * column, base);
        }
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(getPreferredSize().width, lineHeight() * 12);
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return lineHeight() * 3;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(lineHeight(), visible.height - lineHeight());
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > getPreferredSize().height;
    }
}
