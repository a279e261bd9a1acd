package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.Level;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** Asks in a narrow column, where it stands. The answer that cannot be taken back has no key, so that no queued key can give it. */
final class Question extends Card {
    private final JLabel title;
    private final JLabel meaning = Text.wrapped(" ", Type.BODY, Tone.TEXT);
    private final PosButton yes;
    private final PosButton no;

    private Question(Level level, String words, PosButton yes, PosButton no) {
        super(new MigLayout(
                "insets 10 12 10 12, gap 8, fill, wrap 2, hidemode 3",
                "[grow,fill,sg a][grow,fill,sg a]",
                "[][][48!]"));
        this.yes = yes;
        this.no = no;
        fill(level.tint()).edge(level.tone(), 2).radius(10);
        Glyph glyph = level.glyph();
        title = Text.wrapped(words, Type.BODY_STRONG, Tone.TEXT);
        add(new JLabel(glyph.icon(22, level.tone())), "spanx 2, split 2, growx 0");
        add(title, "growx, wmin 40");
        add(meaning, "spanx 2, wmin 0");
        meaning.setVisible(false);
        add(yes, "h 48!, wmin 0");
        add(no, "h 48!, wmin 0");
        getAccessibleContext().setAccessibleName(words);
    }

    /** What to do with changes that are not saved. */
    static Question unsaved(Runnable discard, Runnable keepEditing) {
        return new Question(
                Level.WARN,
                "The changes are not saved yet.",
                PosButton.danger("Discard them").on(discard),
                PosButton.secondary("Keep editing").key("Esc").on(keepEditing));
    }

    /** Whether something is done for good; what it is says {@link #ask}. */
    static Question forGood(Runnable yes, Runnable no) {
        return new Question(
                Level.DANGER,
                " ",
                PosButton.danger(" ").on(yes),
                PosButton.secondary("Keep it").key("Esc").on(no));
    }

    /**
     * @param words the question
     * @param consequence what happens then
     * @param answer what the dangerous button says
     */
    void ask(String words, String consequence, String answer) {
        title.setText("<html>" + Text.escape(words) + "</html>");
        meaning.setText("<html>" + Text.escape(consequence) + "</html>");
        meaning.setVisible(true);
        yes.setText(answer);
        getAccessibleContext().setAccessibleName(words);
    }

    /** The answer that changes nothing gets the focus. */
    void focus() {
        no.requestFocusInWindow();
    }
}
