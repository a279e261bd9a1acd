package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.lane.Lanes.ParkedEvent;
import com.euphoriapos.ui.kit.present.Edt;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Field;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.ParkedPresenter;
import com.euphoriapos.ui.manager.ParkedState;
import com.euphoriapos.ui.manager.ParkedView;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Messages of other lanes that could not be applied, one at a time; and the button that leads here. */
final class ParkedCard extends Card implements ParkedView {
    private static final String WHAT =
            "It is kept, and tried again after each start. What came later about the same thing waits"
                    + " behind it; everything else goes on.";
    private static final String MEANING =
            "This lane never applies it, nor what was done together with it; what waits behind it is"
                    + " tried. It stays in the log, and the journal keeps who gave it up and why. Other lanes decide for themselves.";

    /** Opens this card. */
    final PosButton look = PosButton.secondary("Look at them");

    private final transient Consumer<Boolean> turned;
    private final transient Consumer<String> said;
    private final JLabel title = Text.wrapped(" ", Type.QUANTITY, Tone.TEXT);
    private final Facts facts = new Facts();
    private final Field reason = Field.text("Why it is given up").twoLineError();
    private final JPanel buttons =
            BackOffice.clear(new MigLayout("insets 0, gap 8, fill, hidemode 3", "[grow,fill][grow,fill][grow,fill]"));
    private final PosButton next = PosButton.secondary("Next");
    private final PosButton retry = PosButton.secondary("Try again");
    private final PosButton giveUp = PosButton.secondary("Give up…");
    private final Question question;
    private boolean open;
    private boolean asks;
    private String shown = "";

    /**
     * @param turned hears whether this card is to be seen
     * @param said says a sentence for a few seconds
     */
    ParkedCard(ParkedPresenter presenter, Consumer<Boolean> turned, Consumer<String> said) {
        super(new MigLayout(
                "insets 16, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[]8[]12[grow,fill]8[]4[]0[]"));
        this.turned = turned;
        this.said = said;
        look.on(presenter::open);
        JPanel head = BackOffice.clear(new MigLayout("insets 0, gap 12, fill", "[grow,fill][44!]", "[]"));
        head.add(title, "wmin 0");
        head.add(OnScreenKeyboard.button(reason.input()), "h 44!");
        add(head, "wmin 0");
        add(Text.wrapped(WHAT, Type.BODY, Tone.TEXT2), "wmin 0");
        add(facts.scrolled(), "wmin 0, hmin 0");
        add(reason, "wmin 0");
        buttons.add(next.on(presenter::next), "h 52!, wmin 0");
        buttons.add(retry.on(presenter::retry), "h 52!, wmin 0");
        buttons.add(giveUp.on(() -> presenter.giveUp(reason.text())), "h 52!, wmin 0");
        add(buttons, "wmin 0");
        question = Question.forGood(presenter::confirm, presenter::keep);
        add(question, "wmin 0");
        question.setVisible(false);
        question.ask("Give this message up, for good?", MEANING, "Give it up");
        reason.input().addActionListener(e -> presenter.giveUp(reason.text()));
        OnScreenKeyboard.follow(reason.input());
    }

    @Override
    public void render(ParkedState state) {
        Edt.check();
        // It stays while they are looked at: what is below it would jump under the finger.
        look.setVisible(state.waiting() > 0);
        state.chosen().ifPresent(event -> render(event, state));
        reason.setError(state.error().isEmpty() ? null : state.error());
        reason.setVisible(!state.asking());
        buttons.setVisible(!state.asking());
        next.setVisible(state.events().size() > 1);
        retry.setBusy(state.busy());
        giveUp.setBusy(state.busy());
        question.setVisible(state.asking());
        if (state.asking() && !asks) {
            question.focus();
        }
        asks = state.asking();
        if (state.open() != open) {
            open = state.open();
            turned.accept(open);
            if (open) {
                reason.input().requestFocusInWindow();
            }
        }
    }

    private void render(ParkedEvent event, ParkedState state) {
        if (!event.id().equals(shown)) {
            shown = event.id();
            reason.setText("");
        }
        String place = state.place();
        title.setText("<html>Not applied" + (place.isEmpty() ? "" : " · " + Text.escape(place)) + "</html>");
        facts.begin();
        facts.add("From", "Lane " + event.lane());
        facts.add("Message", event.topic());
        facts.add("About", wrappable(event.aggregate()));
        facts.add("Reason", event.reason());
        facts.add("Since", state.since());
        facts.add("Tried", event.attempts() == 1 ? "Once" : event.attempts() + " times");
        facts.end();
    }

    /** Texts wrap at spaces alone, and an id is wider than the card of a small screen. */
    private static String wrappable(String aggregate) {
        return aggregate.replaceFirst(":", " ").replaceFirst("(\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-)", "$1 ");
    }

    @Override
    public void type(String text) {
        if (reason.input().isFocusOwner()) {
            reason.input().replaceSelection(text);
        }
    }

    @Override
    public void say(String sentence) {
        said.accept(sentence);
    }
}
