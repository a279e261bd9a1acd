package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.LanesPresenter;
import com.euphoriapos.ui.manager.LanesState;
import com.euphoriapos.ui.manager.LanesState.Act;
import com.euphoriapos.ui.manager.LanesState.Row;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** One lane in full, and what can be done to it. */
final class LaneCard extends Card {
    private static final int IDENTITY_DIGITS = 16;

    private final JLabel title = Text.wrapped(" ", Type.QUANTITY, Tone.TEXT);
    private final Facts facts = new Facts();
    private final FormLine line = new FormLine();
    private final JPanel buttons =
            BackOffice.clear(new MigLayout("insets 0, gap 8, fill", "[grow,fill,sg b][grow,fill,sg b]"));
    private final PosButton retire = PosButton.secondary("Retire…");
    private final PosButton revoke = PosButton.secondary("Revoke…");
    private final Question question;
    private Optional<Act> asked = Optional.empty();

    LaneCard(LanesPresenter presenter) {
        super(new MigLayout("insets 16, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[]12[grow,fill]8[]4[]0[]"));
        add(title, "wmin 0");
        add(facts.scrolled(), "wmin 0, hmin 0");
        add(line, "wmin 0");
        buttons.add(retire.on(() -> presenter.ask(Act.RETIRE)), "h 52!, wmin 0");
        buttons.add(revoke.on(() -> presenter.ask(Act.REVOKE)), "h 52!, wmin 0");
        add(buttons, "wmin 0");
        question = Question.forGood(presenter::confirm, presenter::keep);
        add(question, "wmin 0");
        question.setVisible(false);
    }

    void render(Row row, LanesState state) {
        title.setText("<html>Lane " + Text.escape(row.lane().label()) + "</html>");
        facts.begin();
        facts.add("State", row.state());
        facts.add("Trouble", row.trouble());
        facts.add("Last heard", row.lastExchange());
        facts.add("To send", row.backlog());
        facts.add("Clock", row.clock().isEmpty() ? "" : row.clock() + " of this lane’s");
        facts.add("Address", row.lane().address());
        facts.add("Identity", identity(row.lane().node()));
        facts.end();
        line.show(state.error(), row.self() ? "A lane is retired or revoked from another lane." : "");
        buttons.setVisible(row.changeable() && state.asking().isEmpty());
        retire.setBusy(state.busy());
        revoke.setBusy(state.busy());
        boolean asks = !state.asking().equals(asked) && state.asking().isPresent();
        asked = state.asking();
        question.setVisible(asked.isPresent());
        asked.ifPresent(act ->
                question.ask(act.title() + " lane " + row.lane().label() + "?", act.meaning(), act.title() + " it"));
        if (asks) {
            question.focus();
        }
    }

    /** Enough of it to compare with what that lane shows of itself. */
    private static String identity(String node) {
        String some = node.length() > IDENTITY_DIGITS ? node.substring(0, IDENTITY_DIGITS) : node;
        return some.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
