package com.euphoriapos.ui.register.swing;

import com.euphoriapos.api.checkout.SuspendedSales;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Field;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.ActSheet;
import com.euphoriapos.ui.register.Totals;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** Puts the sale aside; the note is not needed, so Enter or the same key again does it at once. */
final class SuspendSheet extends Card {
    private final JLabel what = Text.of(" ", Type.BODY, Tone.TEXT2);
    private final Field note =
            Field.text("Note, if you like").placeholder("such as blue jacket").errorElsewhere();
    private final PosButton suspend = PosButton.primary("Suspend the sale");
    private boolean quiet;

    SuspendSheet(SaleActions actions) {
        super(new MigLayout("insets 16, gap 0, fillx", "[grow,fill]", "[]4[]16[]12[]20[64!,fill]8[56!,fill]"));
        edge(Tone.ACCENT, 2);
        suspend.glyph(Glyph.PLAYER_PAUSE)
                .key(actions.caps().of(PosKeys.SUSPEND))
                .on(actions.acts()::enter);
        OnScreenKeyboard.attach(note.input());
        note.onChange(text -> {
            if (!quiet) {
                actions.acts().note(text);
            }
        });
        RegisterKeys.inField(note.input(), "ENTER", actions.acts()::enter);
        add(Text.of("Suspend this sale?", Type.TITLE, Tone.TEXT), "wrap");
        add(what, "wmin 0, wrap");
        add(note, "wmin 0, wrap");
        add(
                Text.wrapped(
                        "A chit is printed. Scan it on any lane, or choose the sale from the list, to go on.",
                        Type.SMALL,
                        Tone.TEXT2),
                "wmin 0, wrap");
        add(suspend, "wrap");
        add(actions.leave("Keep selling"));
        getAccessibleContext().setAccessibleName("Suspend this sale");
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentShown(ComponentEvent e) {
                note.input().requestFocusInWindow();
            }

            @Override
            public void componentHidden(ComponentEvent e) {
                SalePanel home = (SalePanel) SwingUtilities.getAncestorOfClass(SalePanel.class, SuspendSheet.this);
                if (home != null) {
                    home.requestFocusInWindow();
                }
            }
        });
    }

    void show(ActSheet.Suspend asked, Totals totals) {
        what.setText(totals.items() + ", " + totals.sign() + totals.total());
        if (!asked.note().equals(note.text())) {
            quiet = true;
            try {
                note.setText(asked.note());
            } finally {
                quiet = false;
            }
        }
        note.setError(
                note.text().length() > SuspendedSales.NOTE_MAX
                        ? "At most " + SuspendedSales.NOTE_MAX + " letters"
                        : null);
        suspend.setBusy(asked.busy());
    }
}
