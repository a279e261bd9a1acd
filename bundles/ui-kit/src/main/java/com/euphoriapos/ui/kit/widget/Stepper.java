package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** Minus, quantity, plus: 44, 48, 44 wide. It shows what it is told and says what was tapped. */
public final class Stepper extends JPanel {
    private final JLabel quantity;
    private final PosButton less;
    private final PosButton more;

    public Stepper(Runnable minus, Runnable plus) {
        super(new MigLayout("insets 0, gap 0", "[44!][48!][44!]", "[44!]"));
        setOpaque(false);
        quantity = Text.of("1", Type.QUANTITY, Tone.TEXT);
        quantity.setHorizontalAlignment(SwingConstants.CENTER);
        less = new Key(Glyph.MINUS, "One less").button(minus);
        more = new Key(Glyph.PLUS, "One more").button(plus);
        add(less, "grow");
        add(quantity, "grow, wmin 0");
        add(more, "grow");
    }

    public void setQuantity(String text) {
        quantity.setText(text);
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        less.setEnabled(enabled);
        more.setEnabled(enabled);
    }

    private record Key(Glyph glyph, String name) {
        PosButton button(Runnable action) {
            PosButton button =
                    PosButton.iconOnly(ButtonKind.SECONDARY, glyph, name).accentText();
            return button.on(action);
        }
    }
}
