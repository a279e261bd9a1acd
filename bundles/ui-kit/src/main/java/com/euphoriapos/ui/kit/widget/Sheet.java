package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.AlphaComposite;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** Takes the right column for a question while cart and total stay in sight: title, line below, body, foot. */
public final class Sheet extends Card {
    private static final int FADE_MILLIS = 120;
    private static final int STEP_MILLIS = 15;

    private final JLabel title;
    private final JLabel subtitle;
    private float shown = 1f;

    public Sheet(String titleText, String subtitleText) {
        super(new MigLayout("insets 16, gap 0, fill, hidemode 3", "[grow,fill]", "[]2[]10[grow,fill]10[]"));
        edge(Tone.ACCENT, 2);
        title = Text.wrapped(titleText, Type.TITLE, Tone.TEXT);
        subtitle = Text.wrapped(subtitleText, Type.BODY, Tone.TEXT2);
        add(title, "wmin 0, wrap");
        add(subtitle, "wmin 0, wrap");
        subtitle.setVisible(!subtitleText.isEmpty());
        getAccessibleContext().setAccessibleName(titleText);
    }

    /** What the sheet asks; added once. */
    public Sheet body(JComponent body) {
        add(body, "cell 0 2, grow, wmin 0, hmin 0");
        return this;
    }

    /** The buttons below; added once. */
    public Sheet foot(JComponent foot) {
        add(foot, "cell 0 3, growx, wmin 0");
        return this;
    }

    /** Fades in, where things may move. Called after it was added. */
    public void appear() {
        if (!Look.motion()) {
            return;
        }
        shown = 0f;
        Timer timer = new Timer(STEP_MILLIS, null);
        timer.addActionListener(e -> {
            shown = Math.min(1f, shown + (float) STEP_MILLIS / FADE_MILLIS);
            repaint();
            if (shown >= 1f) {
                timer.stop();
            }
        });
        timer.start();
    }

    @Override
    public void paint(Graphics graphics) {
        if (shown >= 1f) {
            super.paint(graphics);
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, shown));
        super.paint(g);
        g.dispose();
    }
}
