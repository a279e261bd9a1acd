package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.SearchState;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What a search found, in the place of the quick keys. */
final class ResultsPane extends JPanel {
    private final JLabel head = Text.of(" ", Type.SMALL_STRONG, Tone.TEXT2);
    private final ProductList list;

    ResultsPane(SaleActions actions) {
        super(new MigLayout("insets 0, gap 0, fill", "[grow,fill][]", "[44!]8[grow,fill]"));
        setOpaque(false);
        list = new ProductList(false, "60:68:68", actions.presenter()::result);
        add(head, "wmin 0");
        add(PosButton.secondary("Close").key(actions.caps().back()).on(actions.presenter()::closePane), "h 44!, wrap");
        add(new OverlayScroll(list), "spanx 2, grow, wmin 0, hmin 0");
    }

    void show(SearchState search) {
        head.setText(words(search));
        list.show(search.rows(), search.pending() ? -1 : search.chosen());
    }

    private static String words(SearchState search) {
        if (search.text().isEmpty()) {
            return "Name, item number or barcode";
        }
        if (search.rows().isEmpty()) {
            return search.pending() ? "Looking" : "Nothing has \"" + search.text() + "\"";
        }
        return search.rows().size() == 1
                ? "1 found, Enter adds it"
                : search.rows().size() + " found, Enter adds the marked one";
    }
}
