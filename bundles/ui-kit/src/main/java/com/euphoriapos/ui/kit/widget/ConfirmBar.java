package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.event.KeyEvent;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * A question that stands on the screen instead of in a dialog: what will happen, and two answers. Escape keeps things as
 * they are; the dangerous answer has no key, so that a queued Enter cannot give it.
 */
public final class ConfirmBar extends Card {
    public ConfirmBar(Question question, Runnable yes, Runnable no) {
        super(new MigLayout("insets 10 14 10 10, gap 0, fill", "[]12[grow]12[]8[]", "[center]"));
        fill(Tone.DANGER_TINT).edge(Tone.DANGER, 2).radius(10);
        add(new JLabel(Glyph.ALERT_OCTAGON_FILLED.icon(24, Tone.DANGER)));
        add(MessageBox.twoLines(question.title(), Type.ITEM, question.consequence()), "growx, wmin 40");
        add(PosButton.danger(question.yes()).on(yes), "h 48!");
        add(PosButton.secondary(question.no()).key("Esc").on(no), "h 48!");
        getAccessibleContext().setAccessibleName(question.title());
        registerKeyboardAction(
                e -> no.run(), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    /**
     * What is asked.
     *
     * @param title the question
     * @param consequence what happens then
     * @param yes label of the answer that does it
     * @param no label of the answer that leaves it
     */
    public record Question(String title, String consequence, String yes, String no) {}
}
