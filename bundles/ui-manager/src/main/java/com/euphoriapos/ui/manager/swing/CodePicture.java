package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.theme.Scale;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.util.Map;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** A code for scanners: black on white in every theme, whole pixels, with the quiet zone that its standard asks for. */
final class CodePicture extends JComponent {
    private static final int QR_QUIET = 4;
    private static final int BARS_QUIET = 10;
    private static final Map<EncodeHintType, Object> QR =
            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    private final boolean bars;
    private final Dimension most;
    private transient @Nullable BitMatrix code;

    private CodePicture(boolean bars, Dimension most) {
        this.bars = bars;
        this.most = most;
    }

    /** A QR code, so large at most, at scale 1. */
    static CodePicture qr(int size) {
        return new CodePicture(false, new Dimension(size, size));
    }

    /** A Code 128, so large at most, at scale 1. */
    static CodePicture bars(int width, int height) {
        return new CodePicture(true, new Dimension(width, height));
    }

    /** Shows that text; nothing where it is empty. */
    void show(String text, String accessibleName) {
        code = text.isEmpty() ? null : encode(text);
        setVisible(code != null);
        getAccessibleContext();
        putClientProperty("AccessibleName", accessibleName);
        repaint();
    }

    private BitMatrix encode(String text) {
        try {
            return bars
                    ? new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1, Map.of(EncodeHintType.MARGIN, 0))
                    : new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, QR);
        } catch (WriterException e) {
            throw new IllegalArgumentException("this text makes no code", e);
        }
    }

    /** How wide a Code 128 of that text is, in its thinnest bars, quiet zone included. */
    static int modules(String text) {
        return 2 * BARS_QUIET
                + new Code128Writer()
                        .encode(text, BarcodeFormat.CODE_128, 0, 1, Map.of(EncodeHintType.MARGIN, 0))
                        .getWidth();
    }

    @Override
    public Dimension getPreferredSize() {
        return Scale.size(most.width, most.height);
    }

    @Override
    public Dimension getMinimumSize() {
        return bars ? new Dimension(0, Scale.px(most.height)) : getPreferredSize();
    }

    @Override
    protected void paintComponent(Graphics g) {
        BitMatrix matrix = code;
        if (matrix == null) {
            return;
        }
        int quiet = bars ? BARS_QUIET : QR_QUIET;
        int across = matrix.getWidth() + 2 * quiet;
        int unit = Math.max(1, Math.min(getWidth(), bars ? Integer.MAX_VALUE : getHeight()) / across);
        int width = across * unit;
        int height = bars ? getHeight() : width;
        int left = (getWidth() - width) / 2;
        g.setColor(Color.WHITE);
        g.fillRect(left, 0, width, height);
        g.setColor(Color.BLACK);
        int margin = bars ? Scale.px(6) : quiet * unit;
        int tall = bars ? height - 2 * margin : unit;
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    g.fillRect(left + (quiet + x) * unit, margin + y * unit, unit, tall);
                }
            }
        }
    }
}
