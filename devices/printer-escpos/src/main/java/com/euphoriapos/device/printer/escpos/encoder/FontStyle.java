package com.euphoriapos.device.printer.escpos.encoder;

/**
 * How text looks.
 *
 * @param bold emphasised
 * @param underlined underlined by one dot
 * @param reversed white on black
 * @param width times as wide as normal, 1 to 8
 * @param height times as high as normal, 1 to 8
 */
public record FontStyle(boolean bold, boolean underlined, boolean reversed, int width, int height) {
    /** The printer's normal font. */
    public static final FontStyle NORMAL = new FontStyle(false, false, false, 1, 1);

    public FontStyle {
        if (width < 1 || width > 8 || height < 1 || height > 8) {
            throw new IllegalArgumentException("text is 1 to 8 times as large, not " + width + " by " + height);
        }
    }

    /** The same with or without emphasis. */
    public FontStyle withBold(boolean value) {
        return new FontStyle(value, underlined, reversed, width, height);
    }

    /** The same with or without a line below. */
    public FontStyle withUnderlined(boolean value) {
        return new FontStyle(bold, value, reversed, width, height);
    }

    /** The same in white on black or not. */
    public FontStyle withReversed(boolean value) {
        return new FontStyle(bold, underlined, value, width, height);
    }

    /** The same in another size. */
    public FontStyle withSize(int newWidth, int newHeight) {
        return new FontStyle(bold, underlined, reversed, newWidth, newHeight);
    }
}
