package com.euphoriapos.ui.kit.theme;

/** How much room a screen has, by its effective width. */
public enum Room {
    SMALL(388, 3, 4),
    NORMAL(468, 3, 4),
    WIDE(640, 4, 6);

    private final int rightColumn;
    private final int tileColumns;
    private final int tileRows;

    Room(int rightColumn, int tileColumns, int tileRows) {
        this.rightColumn = rightColumn;
        this.tileColumns = tileColumns;
        this.tileRows = tileRows;
    }

    /** The room for a window of this width in real pixels. */
    public static Room of(int windowWidth) {
        int effective = Scale.effective(windowWidth);
        if (effective < 1200) {
            return SMALL;
        }
        return effective < 1800 ? NORMAL : WIDE;
    }

    /** Whether text is so large for this room that columns and icons are left out. */
    public boolean tight() {
        int percent = Look.textSize().percent();
        return this == SMALL ? percent >= 115 : this == NORMAL && percent >= 130;
    }

    /** Width of the right column, at scale 1. */
    public int rightColumn() {
        return rightColumn;
    }

    public int tileColumns() {
        return tight() ? 2 : tileColumns;
    }

    public int tileRows() {
        return tileRows;
    }
}
