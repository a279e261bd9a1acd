package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Column;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.register.MoreEntry;
import java.util.List;
import net.miginfocom.swing.MigLayout;

/** The rare functions; a lock marks what the person signed in may not open. */
final class MoreSheet extends Card {
    private final transient SaleActions actions;
    private final Column list = new Column(new MigLayout("insets 0 0 0 12, gap 8, fillx, wrap 1", "[grow,fill]"));
    private transient List<MoreEntry> shown = List.of();

    MoreSheet(SaleActions actions) {
        super(new MigLayout("insets 16, gap 0, fill", "[grow,fill]", "[]16[grow,fill]12[56!,fill]"));
        this.actions = actions;
        edge(Tone.ACCENT, 2);
        add(Text.of("More", Type.TITLE, Tone.TEXT), "wrap");
        add(new OverlayScroll(list), "wmin 0, hmin 0, wrap" + OverlayScroll.OVER_INSET);
        add(PosButton.secondary("Back to the sale").key(actions.caps().back()).on(actions.presenter()::escape));
    }

    void show(List<MoreEntry> entries) {
        if (entries.equals(shown)) {
            return;
        }
        shown = entries;
        list.removeAll();
        for (int i = 0; i < entries.size(); i++) {
            int index = i;
            MoreEntry entry = entries.get(i);
            PosButton button = PosButton.secondary(entry.title())
                    .glyph(entry.allowed() ? Glyph.CHEVRON_RIGHT : Glyph.LOCK)
                    .key(i < 9 ? Integer.toString(i + 1) : null)
                    .on(() -> actions.presenter().more(index));
            if (!entry.allowed()) {
                button.disable("A manager may open this");
            }
            list.add(button, "h 60!");
        }
        list.revalidate();
        list.repaint();
    }
}
