package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Column;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.ActSheet;
import com.euphoriapos.ui.register.SuspendedRow;
import java.awt.CardLayout;
import java.awt.Component;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The suspended sales of all lanes; one of them goes on here. */
final class SuspendedSheet extends Card {
    private static final String ROWS = "rows";
    private static final String NONE = "none";

    private final transient SaleActions actions;
    private final JLabel hint = Text.of(" ", Type.BODY, Tone.TEXT2);
    private final Column list = new Column(new MigLayout("insets 0 0 0 12, gap 8, fillx, wrap 1", "[grow,fill]"));
    private final CardLayout pages = new CardLayout();
    private final JPanel body = new JPanel(pages);
    private final JLabel error = Text.wrapped(" ", Type.SMALL_STRONG, Tone.DANGER);
    private transient List<SuspendedRow> shown = List.of();

    SuspendedSheet(SaleActions actions) {
        super(new MigLayout("insets 16, gap 0, fill, hidemode 2", "[grow,fill]", "[]4[]12[grow,fill]8[]8[56!,fill]"));
        this.actions = actions;
        edge(Tone.ACCENT, 2);
        body.setOpaque(false);
        body.add(new OverlayScroll(list), ROWS);
        body.add(empty(), NONE);
        add(Text.of("Suspended sales", Type.TITLE, Tone.TEXT), "wrap");
        add(hint, "wmin 0, wrap");
        add(body, "wmin 0, hmin 0, wrap" + OverlayScroll.OVER_INSET);
        add(error, "wmin 0, wrap");
        add(actions.leave("Back to the sale"));
        getAccessibleContext().setAccessibleName("Suspended sales");
    }

    private JPanel empty() {
        JPanel page = new JPanel(new MigLayout("insets 0, gap 0, fill", "[grow,center]", "push[]12[]4[]push"));
        page.setOpaque(false);
        page.add(new JLabel(Glyph.PLAYER_PAUSE.icon(40, Tone.BORDER)), "wrap");
        page.add(Text.of("No sale waits", Type.ITEM, Tone.TEXT), "wrap");
        String cap = actions.caps().of(PosKeys.SUSPEND);
        page.add(Text.of((cap == null ? "This key" : cap) + " puts a sale with items aside", Type.BODY, Tone.TEXT2));
        return page;
    }

    void show(ActSheet.Suspended asked) {
        if (!asked.rows().equals(shown)) {
            fill(asked.rows());
        }
        for (int i = 0; i < list.getComponentCount(); i++) {
            if (list.getComponent(i) instanceof SuspendedButton button) {
                button.setChosen(i == asked.chosen());
                button.setBusy(asked.busy() && i == asked.chosen());
            }
        }
        hint.setText(asked.busy() ? "Asking the other lanes" : "Choose one, or scan its chit");
        hint.setVisible(!asked.rows().isEmpty());
        error.setText(asked.error().isEmpty() ? " " : "<html>" + Text.escape(asked.error()) + "</html>");
        error.setVisible(!asked.error().isEmpty());
        pages.show(body, asked.rows().isEmpty() && !asked.loading() ? NONE : ROWS);
        if (asked.chosen() < list.getComponentCount()) {
            Component row = list.getComponent(asked.chosen());
            SwingUtilities.invokeLater(() -> list.scrollRectToVisible(row.getBounds()));
        }
        revalidate();
        repaint();
    }

    private void fill(List<SuspendedRow> rows) {
        shown = rows;
        list.removeAll();
        for (int i = 0; i < rows.size(); i++) {
            int index = i;
            String cap = i < 9 ? Integer.toString(i + 1) : "";
            list.add(new SuspendedButton(cap, rows.get(i), () -> actions.acts().reason(index)), "wmin 0");
        }
        list.revalidate();
        list.repaint();
    }
}
