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
public record TextStyle(boolean bold, boolean underlined, boolean reversed, int width, int height) {
    /** The printer's normal font. */
    public static final TextStyle NORMAL = new TextStyle(false, false, false, 1, 1);

    public TextStyle {
        if (width < 1 || width > 8 || height < 1 || height > 8) {
            throw new IllegalArgumentException("text is 1 to 8 times as large, not " + width + " by " + height);
        }
    }

    /** The same with or without emphasis. */
    public TextStyle withBold(boolean value) {
        return new TextStyle(value, underlined, reversed, width, height);
    }

    /** The same with or without a line below. */
    public TextStyle withUnderlined(boolean value) {
        return new TextStyle(bold, value, reversed, width, height);
    }

    /** The same in white on black or not. */
    public TextStyle withReversed(boolean value) {
        return new TextStyle(bold, underlined, value, width, height);
    }

    /** The same in another size. */
    public TextStyle withSize(int newWidth, int newHeight) {
        return new TextStyle(bold, underlined, reversed, newWidth, newHeight);
    }
}
