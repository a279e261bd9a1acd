package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.AmountLabel;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.TenderPresenter;
import com.euphoriapos.ui.register.TenderState;
import com.euphoriapos.ui.register.Totals;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** What is sold, what it costs and what was paid so far. */
final class TenderSummary extends Card {
    private final transient TenderPresenter presenter;
    private final PosButton back;
    private final JLabel items = Text.number("", Type.BODY, Tone.TEXT2);
    private final SummaryLines lines = new SummaryLines();
    private final JPanel totals = new JPanel(new MigLayout("insets 10 15 14 15, gap 0, fillx", "[grow][right]"));
    private transient List<TenderState.Taken> takenShown = List.of();
    private transient @Nullable Totals totalsShown;

    TenderSummary(TenderPresenter presenter, Caps caps) {
        super(new MigLayout("insets 0, gap 0, fill", "[grow,fill]", "[56!][1!][grow,fill][1!][]"));
        this.presenter = presenter;
        back = PosButton.link("Back to sale")
                .glyph(Glyph.ARROW_LEFT)
                .key(caps.back())
                .on(presenter::back);
        JPanel head = new JPanel(new MigLayout("insets 0 4 0 15, fill", "[][grow,fill]", "[center]"));
        head.setOpaque(false);
        head.add(back, "h 44!");
        head.add(items, "wmin 0");
        totals.setOpaque(false);
        add(head, "cell 0 0");
        add(line(), "cell 0 1, growx, h 1!");
        add(new OverlayScroll(lines), "cell 0 2, wmin 0, hmin 0");
        add(line(), "cell 0 3, growx, h 1!");
        add(totals, "cell 0 4, wmin 0");
    }

    private static JComponent line() {
        JPanel line = new JPanel();
        return Text.tone(line, Tone.LINE, Tone.LINE);
    }

    void show(TenderState state) {
        items.setText(state.totals().items());
        lines.show(state.lines());
        if (!state.totals().equals(totalsShown) || !state.taken().equals(takenShown)) {
            totalsShown = state.totals();
            takenShown = state.taken();
            showTotals(state);
        }
    }

    private void showTotals(TenderState state) {
        totals.removeAll();
        row("Subtotal", state.totals().subtotal(), Tone.TEXT2, Tone.TEXT);
        row(state.totals().taxLabel(), state.totals().tax(), Tone.TEXT2, Tone.TEXT);
        totals.add(Text.of("Total", Type.LINE_TOTAL, Tone.TEXT), "gaptop 6");
        AmountLabel total = new AmountLabel("Total", Type.DIGIT, "");
        total.setAmountText(state.totals().total());
        totals.add(total, "gaptop 6, wrap");
        if (!state.totals().rounding().isEmpty()) {
            row("Cash rounding", state.totals().rounding(), Tone.TEXT2, Tone.TEXT);
        }
        for (int i = 0; i < state.taken().size(); i++) {
            int index = i;
            TenderState.Taken taken = state.taken().get(i);
            JPanel row = new JPanel(new MigLayout("insets 0, gap 8, fillx", "[]8[grow,right][]", "[44!,center]"));
            row.setOpaque(false);
            row.add(Text.withIcon(Glyph.CASH, 20, Text.of(taken.name() + " taken", Type.BODY_STRONG, Tone.SAVINGS)));
            row.add(Text.number(taken.amount(), Type.ITEM, Tone.SAVINGS));
            row.add(PosButton.secondary("Undo").on(() -> presenter.removeTender(index)), "h 44!");
            totals.add(row, "spanx 2, growx, gaptop 6, wrap");
        }
        totals.revalidate();
        totals.repaint();
    }

    private void row(String name, String amount, Tone nameTone, Tone amountTone) {
        totals.add(Text.of(name, Type.BODY, nameTone), "gaptop 4");
        totals.add(Text.number(amount, Type.ITEM, amountTone), "gaptop 4, wrap");
    }
}
