package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.ButtonKind;
import com.euphoriapos.ui.kit.widget.CardButton;
import com.euphoriapos.ui.kit.widget.KeyCap;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.shell.WizardPresenter;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.border.EmptyBorder;
import net.miginfocom.swing.MigLayout;

/** The first question of the first start. Keys 1 and 2, the arrows, or a finger. */
final class StartPage extends JPanel {
    private final CardButton fresh;
    private final CardButton join;

    StartPage(WizardPresenter presenter) {
        super(new MigLayout("insets 0, gap 14, fillx, wrap 1", "[grow,fill]", "[130!,fill][130!,fill]"));
        setOpaque(false);
        fresh = answer(
                Glyph.BUILDING_STORE,
                "1",
                "New store",
                "This is the store’s first lane. It asks for the store and its owner.");
        join = answer(
                Glyph.DEVICES,
                "2",
                "Join a store",
                "Another lane runs already. A manager opens Lanes there and shows a code.");
        fresh.addActionListener(e -> presenter.newStore());
        join.addActionListener(e -> presenter.joinStore());
        add(fresh);
        add(join);
        Keys keys = new Keys(this);
        keys.typed('1', presenter::newStore);
        keys.typed('2', presenter::joinStore);
        on("DOWN", join);
        on("UP", fresh);
    }

    /** The arrows walk, Enter takes: a button knows Space only. */
    private void on(String key, CardButton next) {
        registerKeyboardAction(
                e -> next.requestFocusInWindow(),
                KeyStroke.getKeyStroke(key),
                JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        next.registerKeyboardAction(e -> next.doClick(), KeyStroke.getKeyStroke("ENTER"), JComponent.WHEN_FOCUSED);
    }

    private static CardButton answer(Glyph glyph, String key, String title, String words) {
        CardButton button = new CardButton(ButtonKind.SECONDARY, title);
        button.setKey(key);
        button.radius(12);
        button.setBorder(new EmptyBorder(0, 0, 0, 0));
        button.setLayout(new MigLayout("insets 20, gap 0, fill", "[48!]20[grow,fill]16[]", "push[]4[]push"));
        button.add(new JLabel(glyph.icon(40, Tone.ACCENT_TEXT)), "spany 2");
        button.add(Text.of(title, Type.TITLE), "wmin 0");
        button.add(new KeyCap(key), "spany 2, wrap");
        button.add(Text.wrapped(words, Type.BODY, Tone.TEXT2), "wmin 0");
        return button;
    }

    void focusFirst() {
        fresh.requestFocusInWindow();
    }
}
