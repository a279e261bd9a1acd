package com.euphoriapos.ui.shell.swing;

import java.awt.Dimension;
import java.awt.Rectangle;

/**
 * Where the window stands when several lanes share one screen: in two columns, from the left and from the top.
 *
 * @param number of this window, from 1
 * @param windows how many there are
 */
record WindowPlace(int number, int windows) {
    /** The whole screen. */
    static final WindowPlace WHOLE = new WindowPlace(1, 1);

    WindowPlace {
        if (number < 1 || number > windows) {
            throw new IllegalArgumentException("no window " + number + " of " + windows);
        }
    }

    /** Reads "2/4"; anything else is the whole screen. */
    static WindowPlace parse(String text) {
        String[] parts = text.split("/", -1);
        return text.matches("[1-9]/[1-9]") && parts[0].compareTo(parts[1]) <= 0
                ? new WindowPlace(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                : WHOLE;
    }

    boolean whole() {
        return windows == 1;
    }

    /** The part of the screen that is this window's. */
    Dimension share(Dimension screen) {
        return new Dimension(screen.width / columns(), screen.height / rows());
    }

    /** In its part; where that is less than the window needs, over its neighbours, but within the screen as far as it can be. */
    Rectangle bounds(Rectangle screen, Dimension least) {
        Dimension share = share(screen.getSize());
        int width = Math.max(share.width, least.width);
        int height = Math.max(share.height, least.height);
        int column = (number - 1) % columns();
        int row = (number - 1) / columns();
        return new Rectangle(
                screen.x + offset(column, columns(), screen.width - width),
                screen.y + offset(row, rows(), screen.height - height),
                width,
                height);
    }

    private static int offset(int index, int count, int room) {
        return count == 1 ? 0 : Math.max(0, room) * index / (count - 1);
    }

    private int columns() {
        return Math.min(2, windows);
    }

    private int rows() {
        return (windows + 1) / 2;
    }
}
