package com.euphoriapos.ui.shell.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Text;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** An icon and two lines in the middle of nothing: the lane opens, a screen is being replaced. */
final class CalmPanel extends JPanel {
    private static final int ONE_LINE = 70;

    CalmPanel(Glyph glyph, String title, String detail) {
        super(new MigLayout("insets 24, gap 0, fill, wrap 1", "push[center]push", "push[]14[]6[]push"));
        add(new JLabel(glyph.icon(44, Tone.TEXT2)));
        JLabel words = Text.of(title, Type.TITLE);
        words.setHorizontalAlignment(SwingConstants.CENTER);
        add(words);
        if (detail.length() > ONE_LINE) {
            add(Text.wrapped(detail, Type.FIELD, Tone.TEXT2), "w 640!");
        } else {
            add(Text.of(detail.isEmpty() ? " " : detail, Type.FIELD, Tone.TEXT2));
        }
    }
}
