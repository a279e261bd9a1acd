package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Text;
import java.awt.Dimension;
import javax.swing.JLabel;

/** The line below a part of a form: what is wrong with it, or else a quiet word on it. Its room is always there. */
final class FormLine extends JLabel {
    private static final long serialVersionUID = 1L;

    FormLine() {
        super(" ");
        setIconTextGap(Scale.px(6));
        setVerticalAlignment(TOP);
        setVerticalTextPosition(TOP);
        show("", "");
    }

    /**
     * @param error what is wrong, empty when nothing is
     * @param otherwise what is said then
     */
    void show(String error, String otherwise) {
        boolean wrong = !error.isEmpty();
        (wrong ? Type.SMALL_STRONG : Type.SMALL).on(this);
        Text.tone(this, wrong ? Tone.DANGER : Tone.TEXT2);
        setIcon(wrong ? Glyph.ALERT_OCTAGON_FILLED.icon(15, Tone.DANGER) : null);
        String words = wrong ? error : otherwise;
        setText(words.isEmpty() ? " " : "<html>" + Text.escape(words) + "</html>");
        getAccessibleContext().setAccessibleName(words);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(0, Scale.row(22));
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        return new Dimension(size.width, Math.max(Scale.row(22), size.height));
    }
}
