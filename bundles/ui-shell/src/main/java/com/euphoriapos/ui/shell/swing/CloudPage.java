package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Field;
import com.euphoriapos.ui.kit.widget.Text;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Where the cloud is, and the code that lets the lane in; or that it is in. */
final class CloudPage extends JPanel {
    private static final String WHAT =
            "A cloud shows the sales of all lanes in one place and brings prices from there. This lane sells without one, and a manager"
                    + " can enrol it at any time under Lanes.";

    private final JLabel what = Text.wrapped(WHAT, Type.FIELD, Tone.TEXT);
    private final Field address;
    private final Field code;
    private final Card done = new Card(new MigLayout("insets 18, gap 14, fill", "[][grow,fill]"));
    private final JLabel words = Text.wrapped(" ", Type.FIELD, Tone.TEXT);

    CloudPage(Field address, Field code) {
        super(new MigLayout("insets 0, gap 0, fillx, wrap 1, hidemode 3", "[grow,fill]", "[]16[]4[]0[]"));
        this.address = address;
        this.code = code;
        setOpaque(false);
        add(what, "wmin 0");
        add(address, "wmin 0");
        add(code, "wmin 0");
        done.fill(Tone.SUBTLE);
        done.add(new JLabel(Glyph.CIRCLE_CHECK_FILLED.icon(28, Tone.OK)));
        done.add(words, "wmin 0");
        add(done, "wmin 0");
        done.setVisible(false);
    }

    /** @param cloudOf what the cloud calls the store; empty before the lane is in */
    void render(String cloudOf) {
        boolean enrolled = !cloudOf.isEmpty();
        what.setVisible(!enrolled);
        address.setVisible(!enrolled);
        code.setVisible(!enrolled);
        done.setVisible(enrolled);
        words.setText("<html>"
                + Text.escape("This lane is in the cloud of " + cloudOf + ". What it sells goes there by itself.")
                + "</html>");
    }
}
