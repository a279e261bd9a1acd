package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Scale;

/**
 * Where the columns of the cart stand, in real pixels; head and lines share them.
 *
 * @param numberEnd right edge of the line number
 * @param itemStart left edge of the name
 * @param itemEnd where the name must end
 * @param quantityMiddle middle of the quantity
 * @param priceEnd right edge of the price
 * @param totalEnd right edge of the total
 * @param showsPrice whether the price has a column of its own; else it opens the second line
 */
record CartColumns(
        int numberEnd, int itemStart, int itemEnd, int quantityMiddle, int priceEnd, int totalEnd, boolean showsPrice) {
    private static final int QUANTITY = 136;
    private static final int GAP = 8;

    static CartColumns of(Room room, int width) {
        boolean small = room == Room.SMALL;
        boolean price = !room.tight();
        int number = Scale.px(13 + (small ? 24 : 28));
        int totalEnd = width - Scale.px(15);
        int totalStart = totalEnd - Scale.px(small ? 82 : 100);
        int priceEnd = totalStart - Scale.px(GAP);
        int priceStart = price ? priceEnd - Scale.px(small ? 64 : 76) : totalStart;
        int quantityEnd = priceStart - Scale.px(GAP);
        int quantityStart = quantityEnd - Scale.px(QUANTITY);
        return new CartColumns(
                number,
                number + Scale.px(10),
                quantityStart - Scale.px(GAP),
                (quantityStart + quantityEnd) / 2,
                priceEnd,
                totalEnd,
                price);
    }
}
