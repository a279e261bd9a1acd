package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.theme.Room;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.PickerState;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Asks which of the products that share a code it is; cart and total stay in sight. */
final class PickerSheet extends Card {
    private final JLabel code = Text.withIcon(Glyph.SCAN, 18, Text.of(" ", Type.BODY, Tone.TEXT2));
    private final ProductList list;
    private final PosButton search;
    private final PosButton skip;

    PickerSheet(SaleActions actions) {
        super(new MigLayout("insets 16, gap 0, fill", "[grow,fill]", "[]4[]12[grow,fill]10[56!,fill]"));
        edge(Tone.ACCENT, 2);
        list = new ProductList(true, "68:86:86", actions.presenter()::pick);
        JPanel foot =
                new JPanel(new MigLayout("insets 0, gap 8, fill", "[grow,fill,sg b][grow,fill,sg b]", "[grow,fill]"));
        foot.setOpaque(false);
        search = PosButton.secondary("Search instead")
                .glyph(Glyph.SEARCH)
                .key(actions.caps().of(PosKeys.SEARCH))
                .on(actions.presenter()::openSearch);
        skip = PosButton.secondary("Skip this scan")
                .glyph(Glyph.X)
                .key(actions.caps().back())
                .on(actions.presenter()::skipScan);
        foot.add(search, "wmin 0");
        foot.add(skip, "wmin 0");
        add(Text.of("Which one is it?", Type.TITLE, Tone.TEXT), "wrap");
        add(code, "wmin 0, wrap");
        add(new OverlayScroll(list), "wmin 0, hmin 0, wrap");
        add(foot, "wmin 0");
        getAccessibleContext().setAccessibleName("Which one is it?");
    }

    void show(PickerState picker, Room room) {
        boolean small = room == Room.SMALL;
        search.setText(small ? "Search" : "Search instead");
        skip.setText(small ? "Skip scan" : "Skip this scan");
        // Nothing was sold yet in a new store: then the order means nothing.
        boolean ranked = picker.rows().stream().anyMatch(row -> row.match().soldCount() > 0);
        code.setText(ranked ? picker.code() + " \u00B7 most sold first" : picker.code());
        list.show(picker.rows(), picker.chosen());
    }
}
