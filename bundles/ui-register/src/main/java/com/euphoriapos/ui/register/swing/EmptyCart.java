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
    EmptyCart() {
        super(new MigLayout("insets 0, gap 0, fill", "[grow,center]", "push[]14[]4[]push"));
        setOpaque(false);
        add(new JLabel(Glyph.SCAN.icon(44, Tone.BORDER)), "wrap");
        add(Text.of("Scan the first item", Type.QUANTITY, Tone.TEXT), "wrap");
        add(Text.of("or search, or tap a quick key", Type.BODY, Tone.TEXT2));
    }
}
