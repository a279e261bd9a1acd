package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.api.replication.Pairing.Nearby;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.ButtonKind;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.CardButton;
import com.euphoriapos.ui.kit.widget.Column;
import com.euphoriapos.ui.kit.widget.Field;
import com.euphoriapos.ui.kit.widget.Progress;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.shell.JoinState;
import com.euphoriapos.ui.shell.WizardPresenter;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/** Code, label and address at the left; who is nearby at the right; below them how far it is. */
final class JoinPage extends JPanel {
    private static final String LISTENING =
            "No lane is heard yet. Scan the code that the other lane shows, or type its address.";

    private final transient WizardPresenter presenter;
    private final Column lanes =
            new Column(new MigLayout("insets 10, gap 0 8, fillx, wrap 1, hidemode 3", "[grow,fill]", ""));
    private final JLabel none = Text.wrapped(LISTENING, Type.BODY, Tone.TEXT2);
    private final Progress progress = new Progress("Asking the store…", null);
    private List<Nearby> shown = List.of();

    /** @param fields of the code, the label and the address */
    JoinPage(WizardPresenter presenter, Field code, Field label, Field address) {
        super(new MigLayout("insets 0, gap 0 4, fill", "[grow,fill,sg c]24[grow,fill,sg c]", "[][][]push[52!]"));
        this.presenter = presenter;
        setOpaque(false);
        add(code, "cell 0 0, wmin 0");
        add(label, "cell 0 1, wmin 0");
        add(address, "cell 0 2, wmin 0");
        Card card = new Card(new MigLayout("insets 0, gap 0, fill, wrap 1", "[grow,fill]", "[40!][grow,fill]"));
        card.fill(Tone.SUBTLE);
        card.add(Text.withIcon(Glyph.DEVICES, 20, Text.of("Lanes nearby", Type.BODY_STRONG)), "gap 14 14");
        JScrollPane scroll = Tables.scroll(lanes);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        card.add(scroll, "wmin 0, hmin 0");
        add(card, "cell 1 0 1 3, grow, wmin 0, hmin 0");
        lanes.add(none, "gap 4 4, wmin 0");
        progress.setVisible(false);
        add(progress, "cell 0 3 2 1, growx");
    }

    void render(JoinState state) {
        progress.setVisible(state.progress().isPresent());
        state.progress().ifPresent(now -> {
            progress.label(state.words());
            progress.set(now.done(), now.all(), state.share());
        });
        if (!state.nearby().equals(shown)) {
            shown = state.nearby();
            lanes.removeAll();
            lanes.add(none, "gap 4 4, wmin 0");
            none.setVisible(shown.isEmpty());
            shown.forEach(each -> lanes.add(button(each), "h 60!, wmin 0"));
            lanes.revalidate();
            lanes.repaint();
        }
    }

    private CardButton button(Nearby nearby) {
        String title = nearby.storeName() + " · " + nearby.label();
        CardButton button = new CardButton(ButtonKind.SECONDARY, title + ", " + nearby.address());
        button.setLayout(new MigLayout("insets 8 14 8 14, gap 0, fill, wrap 1", "[grow,fill]", "push[]2[]push"));
        button.add(Text.of(title, Type.BODY_STRONG), "wmin 0");
        button.add(Text.of(nearby.address(), Type.SMALL, Tone.TEXT2), "wmin 0");
        button.addActionListener(e -> presenter.choose(nearby));
        return button;
    }
}
