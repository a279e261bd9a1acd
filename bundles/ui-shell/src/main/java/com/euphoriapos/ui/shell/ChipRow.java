package com.euphoriapos.ui.shell;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.api.status.StatusItem.Level;
import java.util.ArrayList;
import java.util.List;

/** How the chips of the lane bar shrink: trouble is never left out, only counted together. Pure. */
public final class ChipRow {
    /** Steps from the widest row to the narrowest. */
    public static final int STEPS = 4;

    private static final int TROUBLES_TO_COUNT = 3;

    private ChipRow() {}

    /**
     * The chips at one step: 0 shows all, 1 counts what is fine, 2 also counts three or more troubles, 3 counts any.
     */
    public static List<Entry> at(int step, List<StatusItem> items) {
        List<StatusItem> fine = items.stream().filter(i -> !isTrouble(i)).toList();
        List<StatusItem> troubles = items.stream().filter(ChipRow::isTrouble).toList();
        boolean countFine = step >= 1 && fine.size() > 1;
        boolean countTroubles = step >= 2 && troubles.size() >= (step == 2 ? TROUBLES_TO_COUNT : 2);
        List<Entry> row = new ArrayList<>();
        if (countTroubles) {
            Level worst = troubles.stream().anyMatch(t -> t.level() == Level.DANGER) ? Level.DANGER : Level.WARN;
            row.add(new Entry(worst, troubles.size() + " problems", troubles));
        }
        for (StatusItem item : items) {
            boolean counted = isTrouble(item) ? countTroubles : countFine;
            if (!counted) {
                row.add(new Entry(item.level(), item.text(), List.of(item)));
            }
        }
        if (countFine) {
            row.add(new Entry(Level.OK, fine.size() + " fine", fine));
        }
        return row;
    }

    /** In a small room three troubles become one chip although they might fit. */
    public static int firstStep(boolean small, List<StatusItem> items) {
        return small && items.stream().filter(ChipRow::isTrouble).count() >= TROUBLES_TO_COUNT ? 2 : 0;
    }

    private static boolean isTrouble(StatusItem item) {
        return item.level() == Level.WARN || item.level() == Level.DANGER;
    }

    /** One chip and what a tap on it tells. */
    public record Entry(Level level, String text, List<StatusItem> items) {
        public Entry {
            items = List.copyOf(items);
        }
    }
}
