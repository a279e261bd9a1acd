package com.euphoriapos.ui.register;

import java.util.List;

/** What the right column asks while something is done that takes money off a sale, or opens the drawer. */
public sealed interface ActSheet {
    /** Where it is shown. */
    SidePane pane();

    /**
     * Another person has to allow it.
     *
     * @param title what is asked for
     * @param from the amount before, or empty
     * @param to the amount after
     * @param why why somebody else is needed
     * @param who who can allow it
     * @param reasons to choose from
     * @param chosen index of the chosen reason, -1 for none
     * @param keysChoose whether digits of the keyboard choose the reason; else they are the PIN
     * @param typed how many digits of the PIN were typed; never which
     * @param error one sentence, empty when nothing is wrong
     * @param busy whether the PIN is being checked
     * @param locked whether too many were wrong and none is taken
     */
    record Approval(
            String title,
            String from,
            String to,
            String why,
            String who,
            List<String> reasons,
            int chosen,
            boolean keysChoose,
            int typed,
            String error,
            boolean busy,
            boolean locked)
            implements ActSheet {
        public Approval {
            reasons = List.copyOf(reasons);
        }

        @Override
        public SidePane pane() {
            return SidePane.APPROVAL;
        }
    }

    /**
     * Another price for a line.
     *
     * @param title such as "Buffalo Trace Bourbon"
     * @param detail what it costs now
     * @param percent whether percent off are typed, not the price
     * @param typed what was typed, such as "24.99" or "20 %"
     * @param price the new price that this makes, empty while it makes none
     * @param reasons to choose from
     * @param chosen index of the chosen reason, -1 for none
     * @param keysChoose whether digits choose the reason; else they are the price
     * @param error one sentence, empty when nothing is wrong
     * @param busy whether it is being done
     */
    record Price(
            String title,
            String detail,
            boolean percent,
            String typed,
            String price,
            List<String> reasons,
            int chosen,
            boolean keysChoose,
            String error,
            boolean busy)
            implements ActSheet {
        public Price {
            reasons = List.copyOf(reasons);
        }

        @Override
        public SidePane pane() {
            return SidePane.PRICE;
        }
    }

    /**
     * The drawer without a sale.
     *
     * @param reasons to choose from
     * @param busy whether it is being done
     */
    record NoSale(List<String> reasons, boolean busy) implements ActSheet {
        public NoSale {
            reasons = List.copyOf(reasons);
        }

        @Override
        public SidePane pane() {
            return SidePane.NO_SALE;
        }
    }

    /**
     * The sale is put aside.
     *
     * @param note what to know it by
     * @param busy whether it is being done
     */
    record Suspend(String note, boolean busy) implements ActSheet {
        @Override
        public SidePane pane() {
            return SidePane.SUSPEND;
        }
    }

    /**
     * Suspended sales of all lanes.
     *
     * @param chosen index of the row that Enter takes
     * @param loading whether the list is not there yet
     * @param busy whether the lanes are asked for one
     * @param error one sentence, empty when nothing is wrong
     */
    record Suspended(List<SuspendedRow> rows, int chosen, boolean loading, boolean busy, String error)
            implements ActSheet {
        public Suspended {
            rows = List.copyOf(rows);
        }

        @Override
        public SidePane pane() {
            return SidePane.SUSPENDED;
        }
    }
}
