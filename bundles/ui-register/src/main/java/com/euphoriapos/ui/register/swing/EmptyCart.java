package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Text;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What the cart says before the first item. */
final class EmptyCart extends JPanel {
    private final JLabel title = Text.of("", Type.QUANTITY, Tone.TEXT);
    private final JLabel words = Text.of("", Type.BODY, Tone.TEXT2);

    EmptyCart() {
        super(new MigLayout("insets 0, gap 0, fill", "[grow,center]", "push[]14[]4[]push"));
        setOpaque(false);
        add(new JLabel(Glyph.SCAN.icon(44, Tone.BORDER)), "wrap");
        add(title, "wrap");
        add(words);
        say(false);
    }

    /** @param nothingToSell whether there is no product yet, as in a new store */
    void say(boolean nothingToSell) {
        title.setText(nothingToSell ? "No products yet" : "Scan the first item");
        words.setText(
                nothingToSell
                        ? "A manager brings them in: F10 More, Import price book"
                        : "or search, or tap a quick key");
    }
}
