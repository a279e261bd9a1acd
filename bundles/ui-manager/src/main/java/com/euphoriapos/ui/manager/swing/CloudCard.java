package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Column;
import com.euphoriapos.ui.kit.widget.Level;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Tables;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.CloudPresenter;
import com.euphoriapos.ui.manager.CloudState;
import com.euphoriapos.ui.manager.CloudState.Fact;
import com.euphoriapos.ui.manager.CloudState.Work;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/** All that is known of the cloud, and what can be done at once. */
final class CloudCard extends Card {
    private final JLabel title = Text.wrapped(" ", Type.QUANTITY, Tone.TEXT);
    private final JPanel body =
            BackOffice.clear(new MigLayout("insets 0, gap 12 10, fillx, wrap 2", "[96!][grow,fill]", ""));
    private final FormLine line = new FormLine();
    private final PosButton send = PosButton.secondary("Send now").glyph(Glyph.UPLOAD);
    private final PosButton compare = PosButton.secondary("Compare now").glyph(Glyph.REFRESH);
    private final PosButton enrol = PosButton.secondary("Enrol anew…");
    private transient List<Object> shown = List.of();

    CloudCard(CloudPresenter presenter) {
        super(new MigLayout("insets 16, gap 0, fill, wrap 1, hidemode 3", "[grow,fill]", "[]12[grow,fill]8[]4[]"));
        add(title, "wmin 0");
        JScrollPane pane = Tables.scroll(new Column(body));
        pane.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        add(pane, "wmin 0, hmin 0");
        add(line, "wmin 0");
        JPanel buttons = BackOffice.clear(
                new MigLayout("insets 0, gap 8, fill, wrap 2, hidemode 3", "[grow,fill,sg b][grow,fill,sg b]"));
        buttons.add(send.on(presenter::sendNow), "h 52!, wmin 0");
        buttons.add(compare.on(presenter::compareNow), "h 52!, wmin 0");
        buttons.add(enrol.on(presenter::form), "spanx 2, h 52!, wmin 0");
        add(buttons, "wmin 0");
    }

    void render(CloudState state) {
        title.setText("<html>" + Text.escape(state.title()) + "</html>");
        List<Object> next = List.of(state.facts(), state.alarms(), state.findings());
        if (!next.equals(shown)) {
            shown = next;
            body.removeAll();
            state.facts().forEach(this::fact);
            state.alarms().forEach(alarm -> sentence(Level.WARN, alarm));
            state.findings().forEach(this::finding);
            body.revalidate();
            body.repaint();
        }
        line.show(state.note().bad() ? state.note().sentence() : "", words(state));
        send.setVisible(state.enrolled());
        compare.setVisible(state.enrolled());
        enrol.setText(state.enrolled() ? "Enrol anew…" : "Enrol…");
        button(send, state, Optional.of(Work.SEND));
        button(compare, state, Optional.of(Work.COMPARE));
        button(enrol, state, Optional.empty());
    }

    /** @param work what it does; the others wait for it */
    private static void button(PosButton button, CloudState state, Optional<Work> work) {
        boolean own = work.isPresent() && state.busy().equals(work);
        button.setBusy(own);
        EditorFoot.allow(
                button, state.busy().isPresent() && !own ? "The cloud is being asked; wait for its answer" : "");
    }

    private static String words(CloudState state) {
        return state.busy()
                .map(work -> work == Work.SEND ? "Sending what waits…" : "Comparing; that may take a minute…")
                .orElse(state.note().sentence());
    }

    private void fact(Fact fact) {
        body.add(Text.wrapped(fact.name(), Type.SMALL_STRONG, Tone.TEXT2), "gaptop 2, aligny top, wmin 0");
        body.add(Text.wrapped(fact.value(), Type.BODY, Tone.TEXT), "wmin 0");
    }

    private void finding(Finding finding) {
        sentence(finding.good() ? Level.OK : Level.WARN, finding.text());
    }

    private void sentence(Level level, String words) {
        body.add(new JLabel(level.glyph().icon(18, level.tone())), "spanx 2, split 2, growx 0, aligny top");
        body.add(
                Text.wrapped(words, Type.BODY, level == Level.OK ? Tone.TEXT : level.tone()),
                "growx, wmin 0, gapleft 8");
    }

    void focusFirst() {
        (send.isVisible() ? send : enrol).requestFocusInWindow();
    }
}
