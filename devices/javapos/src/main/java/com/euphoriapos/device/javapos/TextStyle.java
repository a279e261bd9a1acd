package com.euphoriapos.device.javapos;

/**
 * How a piece of text is printed. Each print call begins with {@link #PLAIN}.
 *
 * @param wide times the normal width, 1 to 8
 * @param high times the normal height, 1 to 8
 * @param font 0 for the printer's own, else a number in its list of typefaces
 */
public record TextStyle(
        boolean bold,
        boolean underline,
        boolean italic,
        boolean reverse,
        boolean strike,
        int wide,
        int high,
        int font,
        Align align) {
    /** Where a line stands. */
    public enum Align {
        /** At the left edge. */
        LEFT,
        /** In the middle. */
        CENTER,
        /** At the right edge. */
        RIGHT
    }

    /** The printer's normal text. */
    public static final TextStyle PLAIN = new TextStyle(false, false, false, false, false, 1, 1, 0, Align.LEFT);

    public TextStyle {
        if (wide < 1 || wide > 8 || high < 1 || high > 8) {
            throw new IllegalArgumentException("text is 1 to 8 times the normal size");
        }
    }

    /** This style, bold or not. */
    public TextStyle bold(boolean on) {
        return new TextStyle(on, underline, italic, reverse, strike, wide, high, font, align);
    }

    /** This style, underlined or not. */
    public TextStyle underline(boolean on) {
        return new TextStyle(bold, on, italic, reverse, strike, wide, high, font, align);
    }

    /** This style, italic or not. */
    public TextStyle italic(boolean on) {
        return new TextStyle(bold, underline, on, reverse, strike, wide, high, font, align);
    }

    /** This style, white on black or not. */
    public TextStyle reverse(boolean on) {
        return new TextStyle(bold, underline, italic, on, strike, wide, high, font, align);
    }

    /** This style, struck through or not. */
    public TextStyle strike(boolean on) {
        return new TextStyle(bold, underline, italic, reverse, on, wide, high, font, align);
    }

    /** This style in another size; sizes out of range become the nearest that there is. */
    public TextStyle size(int timesWide, int timesHigh) {
        return new TextStyle(
                bold, underline, italic, reverse, strike, limited(timesWide), limited(timesHigh), font, align);
    }

    /** This style in another typeface. */
    public TextStyle font(int number) {
        return new TextStyle(bold, underline, italic, reverse, strike, wide, high, number, align);
    }

    /** This style at another place of the line. */
    public TextStyle align(Align place) {
        return new TextStyle(bold, underline, italic, reverse, strike, wide, high, font, place);
    }

    private static int limited(int times) {
        return Math.max(1, Math.min(8, times));
    }
}
