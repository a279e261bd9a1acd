package com.euphoriapos.ui.register;

import java.util.List;
import java.util.Optional;

/**
 * Everything the sale screen shows.
 *
 * @param lines of the cart
 * @param totals what it costs
 * @param change stays until the next item; empty while a sale is open
 * @param pane what the right column shows
 * @param sheet what the pane asks about an act, when it does
 * @param entry what was typed
 * @param picker the question of the right column
 * @param search the search
 * @param quickKeys the quick keys
 * @param more rare functions
 * @param scansWaiting scans behind the one being handled
 * @param salesWaiting suspended sales of all lanes
 * @param can which actions have something to act on
 */
public record SaleScreenState(
        List<CartLine> lines,
        Totals totals,
        Optional<ChangeDue> change,
        SidePane pane,
        Optional<ActSheet> sheet,
        EntryState entry,
        Optional<PickerState> picker,
        SearchState search,
        QuickKeysState quickKeys,
        List<MoreEntry> more,
        int scansWaiting,
        int salesWaiting,
        Can can) {
    public SaleScreenState {
        lines = List.copyOf(lines);
        more = List.copyOf(more);
    }

    /** The chosen line, if there is one. */
    public Optional<CartLine> chosenLine() {
        return lines.stream().filter(CartLine::chosen).findFirst();
    }

    /**
     * What was typed.
     *
     * @param digits not yet used
     * @param chip the same as the cashier reads it, such as "6 ×" or "0412"; empty when nothing was typed
     * @param multiplied whether the next item is taken several times
     */
    public record EntryState(String digits, String chip, boolean multiplied) {}

    /**
     * Reasons why an action can't be used now; an empty reason means that it can.
     *
     * @param pay why F12 does nothing
     * @param line why nothing can be done with a line
     * @param undo why there is nothing to undo
     * @param cancel why there is no sale to cancel
     * @param more why F10 has nothing to show
     */
    public record Can(String pay, String line, String undo, String cancel, String more) {}
}
