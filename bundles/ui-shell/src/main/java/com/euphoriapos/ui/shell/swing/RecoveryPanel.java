package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Field;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.shell.RecoveryPresenter;
import com.euphoriapos.ui.shell.RecoveryView;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Where the recovery code is typed. */
final class RecoveryPanel extends JPanel implements RecoveryView {
    private static final String LOST_TITLE = "This machine lost its secrets";
    private static final String LOST =
            "The sales and products are all here, but no PIN can be checked. The recovery code that was shown"
                    + " when the store was set up brings them back. Capitals and hyphens do not matter.";
    private static final String UNREACHABLE_TITLE = "The keychain can’t be reached";
    private static final String UNREACHABLE =
            "The sales and products are all here, but the keychain of this machine, which keeps what PINs are checked with,"
                    + " is locked or not running. Unlock it or sign in to this computer again, and the lane goes on by itself."
                    + " If it is gone for good, type the recovery code that was shown when the store was set up.";

    private final Field code = Field.text("Recovery code, as it was written down at the set-up");
    private final JLabel title = Text.of(LOST_TITLE, Type.TITLE);
    private final JLabel words = Text.wrapped(LOST, Type.FIELD, Tone.TEXT2);
    private final PosButton recover = PosButton.primary("Bring the PINs back").key("Enter");

    RecoveryPanel(RecoveryPresenter presenter) {
        super(new MigLayout("insets 12, fill", "push[640!]push", "push[]push"));
        Card card = new Card(new MigLayout("insets 24, gap 0, fillx, wrap 1", "[grow,fill]", "[]6[]18[]10[]"));
        card.add(title);
        card.add(words, "wmin 0");
        card.add(code);
        card.add(recover.on(() -> presenter.recover(code.text())), "h 52!, growx 0, right, wmin 220");
        OnScreenKeyboard.attach(code.input());
        code.input().addActionListener(e -> presenter.recover(code.text()));
        add(card, "grow");
    }

    @Override
    public void render(String error, boolean busy) {
        Edt.check();
        code.setError(error.isEmpty() ? null : error);
        recover.setBusy(busy);
    }

    @Override
    public void explain(boolean unreachable) {
        Edt.check();
        title.setText(unreachable ? UNREACHABLE_TITLE : LOST_TITLE);
        words.setText("<html>" + (unreachable ? UNREACHABLE : LOST) + "</html>");
    }

    void focusFirst() {
        code.input().requestFocusInWindow();
    }
}
