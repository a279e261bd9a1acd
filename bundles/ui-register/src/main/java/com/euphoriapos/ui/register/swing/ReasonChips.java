package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.widget.PosButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Reasons to choose by touch, or by their numbers while the keyboard's digits mean them. */
final class ReasonChips extends JPanel {
    private final transient IntConsumer choose;
    private final List<PosButton> chips = new ArrayList<>();
    private transient List<String> shown = List.of();

    /** @param columns how many stand side by side */
    ReasonChips(int columns, IntConsumer choose) {
        super(new MigLayout("insets 0, gap 8, fillx, wrap " + columns, "[grow,fill,sg r]".repeat(columns)));
        this.choose = choose;
        setOpaque(false);
    }

    /** @param numbered whether the caps show numbers */
    void show(List<String> reasons, int chosen, boolean numbered) {
        if (!reasons.equals(shown)) {
            shown = reasons;
            removeAll();
            chips.clear();
            for (int i = 0; i < reasons.size(); i++) {
                int index = i;
                PosButton chip = PosButton.secondary(reasons.get(i)).on(() -> choose.accept(index));
                chip.setFocusable(false);
                chips.add(chip);
                add(chip, "wmin 0, h 44!");
            }
            revalidate();
        }
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).setChosen(i == chosen);
            chips.get(i).setKey(numbered ? Integer.toString(i + 1) : null);
        }
        repaint();
    }
}
