package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Text;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** Says how many scans wait behind a question, so that nobody thinks they are lost. */
final class WaitStrip extends Card {
    private final JLabel words = Text.withIcon(Glyph.SCAN, 20, Text.of(" ", Type.SMALL_STRONG, Tone.TEXT2));

    WaitStrip() {
        super(new MigLayout("insets 0 14 0 14, fill, h 34!", "[grow]", "[center]"));
        fill(Tone.SUBTLE).edge(Tone.LINE, 1).radius(8);
        add(words, "wmin 0");
        setVisible(false);
    }

    void show(int scans) {
        words.setText(
                scans == 1 ? "1 more scan waits and follows at once" : scans + " more scans wait and follow at once");
        setVisible(scans > 0);
    }
}
