package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** How far something is, in words and as a bar, with a way to stop it. */
public final class Progress extends JPanel {
    private final JProgressBar bar = new JProgressBar(0, 1000);
    private final JLabel what;
    private final JLabel share = Text.number("", Type.BODY, Tone.TEXT2);

    /** @param cancel called when the person wants to stop; null when it cannot be stopped */
    public Progress(String label, @Nullable Runnable cancel) {
        super(new MigLayout("insets 0, gap 8, fillx, hidemode 3", "[grow]12[]12[]", "[20!]6[12!]"));
        setOpaque(false);
        what = Text.of(label, Type.BODY_STRONG);
        add(what, "wmin 0, growx");
        add(share);
        if (cancel != null) {
            add(PosButton.secondary("Cancel").on(cancel), "spany 2, h 44!, wrap");
        } else {
            add(new JLabel(), "wrap");
        }
        add(bar, "cell 0 1, spanx 2, growx, h 8!");
        bar.getAccessibleContext().setAccessibleName(label);
    }

    /** @param total zero while it is not known */
    public void set(long done, long total) {
        set(done, total, total <= 0 ? Formats.count(done) : Formats.count(done) + " of " + Formats.count(total));
    }

    /**
     * With words of its own at the right.
     *
     * @param total zero while it is not known
     * @param words such as "40 %"
     */
    public void set(long done, long total, String words) {
        bar.setIndeterminate(total <= 0);
        bar.setValue(total <= 0 ? 0 : (int) (Math.min(done, total) * 1000 / total));
        share.setText(words);
    }

    public void label(String text) {
        what.setText(text);
    }
}
