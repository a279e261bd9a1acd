package com.euphoriapos.ui.kit.theme;

/** How much larger than designed the text is; it changes type and row heights, never targets, total or Pay. */
public enum TextSize {
    NORMAL(100),
    LARGE(115),
    LARGEST(130);

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    /** The smallest size that is at least as large as asked; the largest if none is. */
    public static TextSize ofPercent(int percent) {
        for (TextSize size : values()) {
            if (size.percent >= percent) {
                return size;
            }
        }
        return LARGEST;
    }
}
