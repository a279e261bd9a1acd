package com.euphoriapos.ui.kit.theme;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Insets;

/**
 * Pixels at scale 1 to pixels on this screen. MigLayout numbers without a unit, fonts of {@link Type} and icons are
 * scaled already; own painting, preferred sizes and {@code setRowHeight} need this.
 */
public final class Scale {
    private Scale() {}

    public static int px(int atScaleOne) {
        return UIScale.scale(atScaleOne);
    }

    public static float px(float atScaleOne) {
        return UIScale.scale(atScaleOne);
    }

    /** The inverse: what a measured length is at scale 1. */
    public static int effective(int pixels) {
        return UIScale.unscale(pixels);
    }

    public static Dimension size(int width, int height) {
        return new Dimension(px(width), px(height));
    }

    /** Insets for an EmptyBorder, which Swing does not scale. */
    public static Insets insets(int top, int left, int bottom, int right) {
        return new Insets(px(top), px(left), px(bottom), px(right));
    }

    /** A row height that follows the text size too. */
    public static int row(int atScaleOne) {
        return px(atScaleOne * Look.textSize().percent() / 100);
    }

    /**
     * The scale percent to suggest for a screen: targets stay about the same share of the screen, and at least
     * 1024 by 700 effective pixels remain. Screens report their size in inches too unreliably to use it.
     */
    public static int suggestedPercent(int screenWidth, int screenHeight) {
        int byWidth = screenWidth * 2 / 1280;
        int byHeight = screenHeight * 2 / 700;
        return Math.min(400, Math.max(100, Math.min(byWidth, byHeight) * 50));
    }
}
