package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import com.euphoriapos.ui.kit.widget.Card;
import com.euphoriapos.ui.kit.widget.PosButton;
import com.euphoriapos.ui.kit.widget.Text;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** Asks about unsaved changes where they stand. Throwing them away has no key, so that no queued key can do it. */
final class UnsavedQuestion extends Card {
    private final PosButton keep;

    UnsavedQuestion(Runnable discard, Runnable keepEditing) {
        super(new MigLayout("insets 10 12 10 12, gap 8, fill, wrap 2", "[grow,fill,sg a][grow,fill,sg a]", "[][48!]"));
        fill(Tone.WARN_TINT).edge(Tone.WARN, 2).radius(10);
        add(new JLabel(Glyph.ALERT_TRIANGLE_FILLED.icon(22, Tone.WARN)), "spanx 2, split 2, growx 0");
        add(Text.wrapped("The changes are not saved yet.", Type.BODY_STRONG, Tone.TEXT), "growx, wmin 40");
        add(PosButton.danger("Discard them").on(discard), "h 48!");
        keep = PosButton.secondary("Keep editing").key("Esc").on(keepEditing);
        add(keep, "h 48!");
        getAccessibleContext().setAccessibleName("The changes are not saved yet");
    }

    /** The answer that changes nothing gets the focus. */
    void focus() {
        keep.requestFocusInWindow();
    }
}
