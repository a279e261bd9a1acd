package com.euphoriapos.ui.register;

/**
 * One line of the cart as it is shown.
 *
 * @param number its number in the sale
 * @param name in title case
 * @param detail size and pack, such as "750 ml · case of 12"
 * @param quantity packs, as text
 * @param price of one pack
 * @param total of the line
 * @param chosen whether keys act on it
 * @param priceWas "Price was 9.75 · Ruth K.", or empty when it is the catalogue's
 * @param voidedBy "Voided by Dana R.", or empty when the line counts
 * @param spoken the whole line as one sentence
 */
public record CartLine(
        int number,
        String name,
        String detail,
        String quantity,
        String price,
        String total,
        boolean chosen,
        String priceWas,
        String voidedBy,
        String spoken) {
    /** Whether it was taken back. */
    public boolean voided() {
        return !voidedBy.isEmpty();
    }
}
