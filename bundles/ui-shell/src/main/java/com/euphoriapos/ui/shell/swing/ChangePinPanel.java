package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Keypad;
import com.euphoriapos.ui.kit.widget.PinDots;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.shell.ChangePinPresenter;
import com.euphoriapos.ui.shell.ChangePinState;
import com.euphoriapos.ui.shell.ChangePinState.Entry;
import com.euphoriapos.ui.shell.ChangePinView;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Three entries at the left, the keys at the right. */
final class ChangePinPanel extends JPanel implements ChangePinView {
    private static final String WHAT =
            "Nobody else sees or knows it. Choose digits that are not in a row and not all the same.";

    private final List<Line> lines = new ArrayList<>();
    private final JLabel said = Text.wrapped("", Type.BODY_STRONG, Tone.DANGER);
    private final JLabel icon = new JLabel();
    private final PosButton submit = PosButton.primary("Next").key("Enter");
    private final Keypad keypad;

    ChangePinPanel(ChangePinPresenter presenter) {
        super(new MigLayout("insets 12, fill", "push[860!]push", "push[]push"));
        keypad = Keypad.pin(digit -> presenter.digit((char) digit), presenter::backspace, submit.on(presenter::next));
        Card card = new Card(new MigLayout("insets 26, gap 0, fill", "[grow,fill]32[320!,fill]", "[grow,fill]"));
        card.add(left(presenter), "grow");
        card.add(keypad, "grow, hmin 380");
        add(card, "grow");
        keys(presenter);
    }

    private JPanel left(ChangePinPresenter presenter) {
        JPanel left =
                new JPanel(new MigLayout("insets 0, gap 0, fill, wrap 1", "[grow,fill]", "[]6[]16[]8[]8[]14[]push[]"));
        left.setOpaque(false);
        left.add(Text.of("Change my PIN", Type.TITLE));
        left.add(Text.wrapped(WHAT, Type.BODY, Tone.TEXT2), "wmin 0");
        for (Entry each : Entry.values()) {
            Line line = new Line(each.title());
            lines.add(line);
            left.add(line);
        }
        JPanel words = new JPanel(new MigLayout("insets 0, gap 8, fillx", "[][grow,fill]", "[44!,top]"));
        words.setOpaque(false);
        words.add(icon);
        words.add(said, "wmin 0");
        left.add(words);
        left.add(
                PosButton.secondary("Back").key("Esc").glyph(Glyph.ARROW_LEFT).on(presenter::back),
                "h 48!, growx 0, left");
        return left;
    }

    private void keys(ChangePinPresenter presenter) {
        Keys keys = new Keys(this);
        for (char digit = '0'; digit <= '9'; digit++) {
            char typed = digit;
            keys.typed(typed, () -> presenter.digit(typed));
        }
        keys.pressed("BACK_SPACE", presenter::backspace);
        keys.pressed("ESCAPE", presenter::back);
        keys.pressed("ENTER", presenter::next);
    }

    @Override
    public void render(ChangePinState state) {
        Edt.check();
        for (int i = 0; i < lines.size(); i++) {
            boolean here = !state.done() && state.entry().ordinal() == i;
            lines.get(i).render(state.typed().get(i), here);
        }
        submit.setText(state.done() ? "Done" : state.entry() == Entry.AGAIN ? "Change" : "Next");
        submit.setBusy(state.busy());
        boolean good = state.done();
        said.setText("<html>" + Text.escape(good ? "Your PIN is changed" : state.error()) + "</html>");
        Text.tone(said, good ? Tone.OK : Tone.DANGER);
        boolean quiet = !good && state.error().isEmpty();
        Glyph glyph = good ? Glyph.CIRCLE_CHECK_FILLED : Glyph.ALERT_OCTAGON_FILLED;
        icon.setIcon(quiet ? null : glyph.icon(20, good ? Tone.OK : Tone.DANGER));
    }

    @Override
    public void shake() {
        lines.forEach(Line::shake);
    }

    /** One entry: what it is, and dots. */
    private static final class Line extends Card {
        private final JLabel title;
        private final PinDots dots = new PinDots();

        Line(String words) {
            super(new MigLayout("insets 0 16 0 16, gap 0, fill", "[150!]12[grow,fill]", "push[]push"));
            title = Text.of(words, Type.ITEM);
            radius(10);
            add(title, "wmin 0");
            add(dots, "wmin 0");
            setPreferredSize(Scale.size(300, 56));
        }

        void render(int typed, boolean here) {
            dots.setTyped(typed);
            fill(here ? Tone.ACCENT_TINT : Tone.SURFACE).edge(here ? Tone.ACCENT : Tone.LINE, here ? 2 : 1);
            repaint();
        }

        void shake() {
            dots.shake();
        }
    }
}
