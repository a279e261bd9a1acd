package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Avatar;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Keypad;
import com.euphoriapos.ui.kit.widget.PinDots;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.shell.PinState;
import com.euphoriapos.ui.shell.SignInPresenter;
import com.euphoriapos.ui.shell.SignInState;
import java.util.Optional;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** Where the PIN is typed: who, dots, one sentence, keys; and the way round a lock. */
final class PinCard extends Card {
    /** The key that asks to unlock. */
    static final String UNLOCK_KEY = "F2";

    private final Avatar avatar = new Avatar("", 60);
    private final JLabel nobody = new JLabel(Glyph.USER.icon(40, Tone.TEXT2));
    private final JLabel name = Text.of("Sign in", Type.TITLE);
    private final JLabel prompt = Text.of(" ", Type.FIELD, Tone.TEXT2);
    private final PinDots dots = new PinDots();
    private final JLabel said = Text.of(" ", Type.SMALL_STRONG, Tone.DANGER);
    private final PosButton submit = PosButton.primary("Sign in").key("Enter");
    private final PosButton unlock =
            PosButton.secondary("Manager unlock").key(UNLOCK_KEY).glyph(Glyph.LOCK);
    private final Keypad keypad;

    PinCard(SignInPresenter presenter) {
        super(new MigLayout(
                "insets 26, gap 0, fill, wrap 1, hidemode 3",
                "[grow,center]",
                "[60!]10[]0[]14[24!]6[20!]9[grow,fill][]"));
        keypad = Keypad.pin(digit -> presenter.digit((char) digit), presenter::backspace, submit.on(presenter::submit));
        add(avatar, "split 2, w 60!, h 60!");
        add(nobody, "h 60!");
        add(name);
        add(prompt, "wmin 0");
        add(dots, "growx");
        add(said, "wmin 0");
        add(keypad, "grow");
        add(unlock.on(presenter::unlock), "growx, h 48!, gaptop 10");
        unlock.setVisible(false);
    }

    void render(PinState state, Optional<SignInState.Person> chosen) {
        boolean locked = state.unlock() != PinState.Unlock.NONE;
        boolean greets = chosen.isPresent() && !locked;
        avatar.setVisible(greets);
        nobody.setVisible(!greets);
        chosen.ifPresent(p -> avatar.setPerson(p.name()));
        name.setText(title(state, chosen));
        prompt.setText(state.prompt());
        dots.setTyped(state.typed());
        say(state);
        if (state.closed().isEmpty()) {
            keypad.allow();
        } else {
            keypad.disable(state.closed());
        }
        submit.setText(state.unlocking() ? "Unlock" : "Sign in");
        submit.setBusy(state.busy());
        renderUnlock(state);
    }

    private static String title(PinState state, Optional<SignInState.Person> chosen) {
        if (state.unlocking()) {
            return "Unlock the sign-in";
        }
        boolean locked = state.unlock() != PinState.Unlock.NONE;
        return locked ? "Sign in" : chosen.map(SignInState.Person::name).orElse("Sign in");
    }

    private void say(PinState state) {
        Tone tone = state.trouble() ? Tone.DANGER : Tone.TEXT2;
        Glyph glyph = state.trouble() ? Glyph.ALERT_OCTAGON_FILLED : Glyph.INFO_CIRCLE;
        said.setText(state.said().isEmpty() ? " " : state.said());
        said.setIcon(state.said().isEmpty() ? null : glyph.icon(15, tone));
        said.setIconTextGap(Scale.px(6));
        Text.tone(said, tone);
    }

    private void renderUnlock(PinState state) {
        unlock.setVisible(state.unlock() != PinState.Unlock.NONE);
        unlock.setText(state.unlocking() ? "Back" : "Manager unlock");
        unlock.glyph(state.unlocking() ? Glyph.ARROW_LEFT : Glyph.LOCK);
        unlock.setKey(state.unlocking() ? "Esc" : UNLOCK_KEY);
        if (state.unlock() == PinState.Unlock.SPENT) {
            unlock.disable("Too many PINs did not unlock it: wait until the count-down ends");
        } else {
            unlock.allow();
        }
    }

    void shake() {
        dots.shake();
    }
}
