package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.lane.Lanes.Concern;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.PosKeys;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.present.ProductNames;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.kit.widget.TwoLineList;
import com.euphoriapos.ui.manager.ReviewKinds;
import com.euphoriapos.ui.manager.ReviewsPresenter;
import com.euphoriapos.ui.manager.ReviewsState;
import com.euphoriapos.ui.manager.ReviewsView;
import java.awt.CardLayout;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What there is to look at, newest first; at the right what happened, and the button that puts it away. */
final class ReviewsPanel extends JPanel implements ReviewsView {
    private static final String LIST = "list";
    private static final String WORDS = "words";
    private static final String NOTHING =
            "Nothing to look at. When lanes that were apart do things that don’t go together, it stands here.";

    private final transient ReviewsPresenter presenter;
    private final transient Supplier<ZoneId> zone;
    private final BackOffice frame;
    private final TwoLineList<Concern> list = new TwoLineList<>(this::row);
    private final JPanel left = BackOffice.clear(new MigLayout("insets 0"));
    private final JLabel words = Text.wrapped(" ", Type.BODY, Tone.TEXT2);
    private final JLabel choose = Text.of(" ", Type.BODY, Tone.TEXT2);
    private final JPanel right = BackOffice.clear(new MigLayout("insets 0"));
    private final JLabel title = Text.wrapped(" ", Type.QUANTITY, Tone.TEXT);
    private final JLabel text = Text.wrapped(" ", Type.BODY, Tone.TEXT);
    private final Facts facts = new Facts();
    private final FormLine foot = new FormLine();
    private final PosButton resolve = PosButton.primary("I have looked at it").key("Enter");
    private transient List<Concern> shown = List.of();
    private boolean filling;

    ReviewsPanel(ReviewsPresenter presenter, Supplier<ZoneId> zone) {
        super(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
        this.presenter = presenter;
        this.zone = zone;
        frame = new BackOffice("Review", presenter::back);
        frame.list(left());
        frame.editor(right());
        add(frame, "wmin 0, hmin 0");
        list.getAccessibleContext().setAccessibleName("To look at");
        list.addListSelectionListener(e -> {
            Concern concern = list.getSelectedValue();
            if (!filling && !e.getValueIsAdjusting() && concern != null) {
                presenter.choose(concern.id());
            }
        });
        KeyBindings.bind(this, PosKeys.BACK, presenter::back);
        KeyBindings.bind(this, PosKeys.ACCEPT, presenter::resolve);
        KeyBindings.bind(list, PosKeys.ACCEPT, presenter::resolve);
    }

    private Card left() {
        Card card = new Card(new MigLayout("insets 0, gap 0, fill", "[grow,fill]", "[grow,fill]"));
        left.setLayout(new CardLayout());
        left.add(Tables.scroll(list), LIST);
        JPanel calm = BackOffice.clear(new MigLayout("insets 24, gap 8, fill, wrap 1", "[grow,fill]", "push[][]push"));
        JLabel icon = new JLabel(Glyph.CIRCLE_CHECK_FILLED.icon(48, Tone.BORDER));
        icon.setHorizontalAlignment(JLabel.CENTER);
        calm.add(icon);
        words.setHorizontalAlignment(JLabel.CENTER);
        calm.add(words, "wmin 0");
        left.add(calm, WORDS);
        card.add(left, "wmin 0, hmin 0");
        return card;
    }

    private JPanel right() {
        right.setLayout(new CardLayout());
        Card calm = new Card(new MigLayout("insets 24, fill", "[grow,center]", "push[]push"));
        calm.add(choose);
        right.add(calm, WORDS);
        Card card =
                new Card(new MigLayout("insets 16, gap 0, fill, wrap 1", "[grow,fill]", "[]8[]16[grow,fill]8[]4[52!]"));
        card.add(title, "wmin 0");
        card.add(text, "wmin 0");
        card.add(facts.scrolled(), "wmin 0, hmin 0");
        card.add(foot, "wmin 0");
        card.add(resolve.on(presenter::resolve), "h 52!");
        right.add(card, LIST);
        return right;
    }

    private TwoLineList.Row row(Concern concern) {
        Formats formats = new Formats(zone.get(), "");
        String when = formats.day(concern.at()) + ", " + formats.time(concern.at());
        return TwoLineList.Row.of(title(concern), ReviewKinds.title(concern.kind()) + " · " + when, "");
    }

    private static String title(Concern concern) {
        return ProductNames.display(concern.title());
    }

    @Override
    public void render(ReviewsState state) {
        Edt.check();
        filling = true;
        if (!state.concerns().equals(shown)) {
            shown = state.concerns();
            list.setRows(shown);
        }
        Optional<Concern> chosen = state.chosen();
        if (chosen.isEmpty()) {
            list.clearSelection();
        } else if (!chosen.get().equals(list.getSelectedValue())) {
            list.setSelectedValue(chosen.get(), true);
        }
        String instead = !state.problem().isEmpty()
                ? state.problem()
                : !state.loaded() ? "Reading…" : state.concerns().isEmpty() ? NOTHING : "";
        words.setText("<html><center>" + Text.escape(instead) + "</center></html>");
        choose.setText(instead.isEmpty() ? "Choose something at the left" : " ");
        boolean appears = instead.isEmpty() && !list.isShowing();
        ((CardLayout) left.getLayout()).show(left, instead.isEmpty() ? LIST : WORDS);
        if (appears) {
            // It was not there yet when the screen asked for the focus.
            list.requestFocusInWindow();
        }
        chosen.ifPresent(this::renderChosen);
        foot.show(
                state.error(), chosen.isPresent() ? "It is put away on all lanes; the journal keeps who did it." : "");
        resolve.setBusy(state.busy());
        ((CardLayout) right.getLayout()).show(right, chosen.isPresent() ? LIST : WORDS);
        filling = false;
    }

    private void renderChosen(Concern concern) {
        title.setText("<html>" + Text.escape(title(concern)) + "</html>");
        text.setText("<html>" + Text.escape(concern.text()) + "</html>");
        facts.begin();
        Formats formats = new Formats(zone.get(), "");
        facts.add("Found", formats.day(concern.at()) + ", " + formats.time(concern.at()));
        concern.facts().forEach(fact -> facts.add(fact.name(), fact.value()));
        facts.end();
    }

    @Override
    public void say(String sentence) {
        frame.say(sentence);
    }

    void focusFirst() {
        list.requestFocusInWindow();
    }
}
