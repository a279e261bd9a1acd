package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.status.StatusItem;
import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Level;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.CloudPresenter;
import com.euphoriapos.ui.manager.CloudState;
import java.awt.Dimension;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** The cloud below the lanes: how it stands in one sentence, and the way to all of it. */
final class CloudStrip extends Card {
    private final JLabel icon = new JLabel();
    private final JLabel title = Text.of(" ", Type.BODY_STRONG);
    private final JLabel sentence = Text.wrapped(" ", Type.BODY, Tone.TEXT2);
    private final PosButton open = PosButton.secondary("Details");

    CloudStrip(CloudPresenter presenter) {
        super(new MigLayout("insets 0 16 0 12, gap 12 0, fill", "[24!][grow,fill][]", "push[]2[]push"));
        add(icon, "cell 0 0 1 2, aligny center");
        add(title, "cell 1 0, wmin 0");
        add(sentence, "cell 1 1, wmin 0");
        add(open.on(presenter::open), "cell 2 0 1 2, h 48!, wmin pref, aligny center");
    }

    /** Room for two lines of the sentence whatever it says: the list above it never moves. */
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(super.getPreferredSize().width, Scale.row(84));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(0, Scale.row(84));
    }

    void render(CloudState state) {
        boolean quiet = state.level() == StatusItem.Level.OFF;
        Level level =
                switch (state.level()) {
                    case OK -> Level.OK;
                    case OFF -> Level.INFO;
                    case WARN -> Level.WARN;
                    case DANGER -> Level.DANGER;
                };
        icon.setIcon(quiet ? Glyph.CLOUD.icon(24, Tone.TEXT2) : level.glyph().icon(24, level.tone()));
        title.setText(state.title());
        sentence.setText("<html>" + Text.escape(state.sentence()) + "</html>");
        open.setText(state.any() ? "Details" : "Enrol…");
        open.getAccessibleContext().setAccessibleName(state.any() ? "Details of the cloud" : "Enrol with a cloud");
    }

    void focusFirst() {
        open.requestFocusInWindow();
    }
}
