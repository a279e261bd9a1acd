package com.euphoriapos.ui.kit.icon;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.Icon;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlyphIconTest {
    private static final int SIZE = 48;
    /** The two renderers may differ at edges by this much of 255, on the average of all pixels. */
    private static final double DIFFERENCE_MAX = 1.5;

    private final JLabel label = new JLabel();

    @ParameterizedTest
    @EnumSource(Glyph.class)
    void looksAsAWholeSvgLibraryDrawsIt(Glyph glyph) {
        label.setForeground(Color.BLACK);
        FlatSVGIcon reference =
                new FlatSVGIcon(glyph.resource(), SIZE, SIZE, getClass().getClassLoader());
        reference.setColorFilter(new FlatSVGIcon.ColorFilter(ignored -> Color.BLACK));
        BufferedImage expected = painted(reference);
        BufferedImage actual = painted(glyph.icon(SIZE));
        long sum = 0;
        long ink = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                sum += Math.abs((expected.getRGB(x, y) & 0xFF) - (actual.getRGB(x, y) & 0xFF));
                ink += 255 - (actual.getRGB(x, y) & 0xFF);
            }
        }
        assertTrue(ink > 0, glyph + " is blank");
        double difference = sum / (double) (SIZE * SIZE);
        assertTrue(difference <= DIFFERENCE_MAX, glyph + " differs by " + difference);
    }

    @Test
    void refusesWhatItCannotDraw() {
        assertThrows(IllegalArgumentException.class, () -> Outline.read("M1 1q1 1 2 2"));
        assertThrows(IllegalArgumentException.class, () -> Outline.read("M1 1l2"));
    }

    private BufferedImage painted(Icon icon) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, SIZE, SIZE);
        icon.paintIcon(label, g, 0, 0);
        g.dispose();
        return image;
    }
}
