package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import javax.swing.JComponent;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** One dot for each digit typed, four places at least: it never shows how long somebody's PIN is. */
public final class PinDots extends JComponent {
    private static final int PLACES_MIN = 4;
    private static final int SHAKE_MILLIS = 160;
    private static final int STEP_MILLIS = 16;

    private int typed;
    private int shift;
    private @Nullable Timer shaking;

    public PinDots() {
        getAccessibleContext();
    }

    public void setTyped(int digits) {
        typed = Math.max(0, digits);
        putClientProperty("AccessibleName", typed + " digits");
        revalidate();
        repaint();
    }

    /** Says "wrong" without words, where things may move. */
    public void shake() {
        if (!Look.motion() || shaking != null && shaking.isRunning()) {
            return;
        }
        int[] step = {0};
        Timer timer = new Timer(STEP_MILLIS, null);
        timer.addActionListener(e -> {
            int at = step[0] += STEP_MILLIS;
            shift = at >= SHAKE_MILLIS ? 0 : Scale.px(at / STEP_MILLIS % 2 == 0 ? 6 : -6);
            repaint();
            if (at >= SHAKE_MILLIS) {
                timer.stop();
            }
        });
        shaking = timer;
        timer.start();
    }

    private int places() {
        return Math.max(PLACES_MIN, typed);
    }

    @Override
    public Dimension getPreferredSize() {
        return Scale.size(places() * 38 - 20 + 16, 24);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        int step = Math.min(Scale.px(38), getWidth() / places());
        float size = Math.min(Scale.px(18), step - Scale.px(4));
        float x = (getWidth() - (places() - 1) * step - size) / 2f + shift;
        float y = (getHeight() - size) / 2f;
        g.setStroke(new BasicStroke(Scale.px(2f)));
        for (int i = 0; i < places(); i++) {
            boolean filled = i < typed;
            g.setColor((filled ? Tone.ACCENT : Tone.BORDER).color());
            float inset = filled ? 0 : Scale.px(1f);
            Ellipse2D dot = new Ellipse2D.Float(x + inset, y + inset, size - 2 * inset, size - 2 * inset);
            if (filled) {
                g.fill(dot);
            } else {
                g.draw(dot);
            }
            x += step;
        }
        g.dispose();
    }
}
