package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Draw;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JButton;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * A button that paints its own states and is otherwise empty: put a layout and labels inside (person tiles, picker rows),
 * or subclass and paint. A tap does not move the focus, so typing goes on where it was; Tab still reaches it. Event
 * thread only.
 */
public class CardButton extends JButton {
    private static final int SPINNER_AFTER_MILLIS = 300;
    private static final int SPINNER_STEP_MILLIS = 50;

    private ButtonKind kind;
    private int radius = 10;
    private boolean chosen;
    private boolean busy;
    private @Nullable String key;
    private @Nullable String whyDisabled;
    private @Nullable ButtonState shownState;
    private @Nullable Timer spinner;
    private int spinnerTurn = -1;
    private boolean shownFocus;

    public CardButton(ButtonKind kind, String accessibleName) {
        this.kind = kind;
        setText(accessibleName);
        setContentAreaFilled(false);
        setBorderPainted(false);
        setFocusPainted(false);
        setOpaque(false);
        setRequestFocusEnabled(false);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                explain();
            }
        });
        nameChanged();
    }

    public final ButtonKind kind() {
        return kind;
    }

    public final void kind(ButtonKind newKind) {
        kind = newKind;
        repaint();
    }

    /** Radius of the corners at scale 1. */
    public final void radius(int atScaleOne) {
        radius = atScaleOne;
    }

    /** Marks it as the one in use: tint and accent edge. */
    public final void setChosen(boolean on) {
        chosen = on;
        repaint();
    }

    public final boolean isChosen() {
        return chosen;
    }

    /** What the key cap says, such as "F8"; null for none. It becomes part of the accessible name. */
    public final void setKey(@Nullable String cap) {
        key = cap;
        nameChanged();
        revalidate();
        repaint();
    }

    /** The key cap to paint; none while the lane hides key caps. */
    protected final @Nullable String shownKey() {
        return Look.keyCaps() ? key : null;
    }

    /** Switches it off and keeps the reason, which is shown when somebody taps it all the same. */
    public final void disable(String reason) {
        whyDisabled = reason;
        setToolTipText(reason);
        getAccessibleContext().setAccessibleDescription(reason);
        setEnabled(false);
    }

    /** Switches it on again. */
    public final void allow() {
        whyDisabled = null;
        setToolTipText(null);
        getAccessibleContext().setAccessibleDescription(null);
        setEnabled(true);
    }

    /** While busy it keeps its size, says so, takes no taps, and shows a spinner after 300 ms. */
    public final void setBusy(boolean on) {
        if (busy == on) {
            return;
        }
        busy = on;
        spinnerTurn = -1;
        Timer old = spinner;
        if (old != null) {
            old.stop();
        }
        if (on) {
            Timer timer = new Timer(SPINNER_STEP_MILLIS, e -> turn());
            timer.setInitialDelay(SPINNER_AFTER_MILLIS);
            timer.start();
            spinner = timer;
        }
        repaint();
    }

    private void turn() {
        spinnerTurn = Look.motion() ? spinnerTurn + 1 : 0;
        if (isShowing()) {
            repaint();
        }
    }

    public final boolean isBusy() {
        return busy;
    }

    /** Pins the painted state, for galleries and tests of the look; null lets it live again. */
    public final void pinState(@Nullable ButtonState state, boolean focus) {
        shownState = state;
        shownFocus = focus;
        repaint();
    }

    @Override
    protected void fireActionPerformed(java.awt.event.ActionEvent event) {
        if (!busy) {
            super.fireActionPerformed(event);
        }
    }

    @Override
    public final void setText(String text) {
        super.setText(text);
        nameChanged();
    }

    private void nameChanged() {
        getAccessibleContext().setAccessibleName(key == null ? getText() : getText() + ", " + key);
    }

    private void explain() {
        String reason = whyDisabled;
        if (reason != null && !isEnabled()) {
            Hint.show(this, reason);
        }
    }

    protected final ButtonState state() {
        if (shownState != null) {
            return shownState;
        }
        if (busy) {
            return ButtonState.BUSY;
        }
        if (!isEnabled()) {
            return ButtonState.DISABLED;
        }
        if (getModel().isArmed() && getModel().isPressed()) {
            return ButtonState.PRESSED;
        }
        if (chosen) {
            return ButtonState.CHOSEN;
        }
        return getModel().isRollover() ? ButtonState.HOVER : ButtonState.REST;
    }

    /** The colours now; subclasses may tint them. */
    ButtonColors colors(ButtonState state) {
        return kind.colors(state);
    }

    @Override
    protected final void paintComponent(Graphics graphics) {
        Graphics2D g = Draw.smooth(graphics);
        try {
            ButtonState state = state();
            ButtonColors colors = colors(state);
            Rectangle box = new Rectangle(0, 0, getWidth(), getHeight());
            int corner = Scale.px(radius);
            Draw.box(g, box, corner, colors.fill(), null);
            paintUnderEdge(g, box);
            Draw.box(g, box, corner, null, new Draw.Edge(colors.edge(), Math.max(1, Scale.px(colors.edgeWidth()))));
            if (state == ButtonState.BUSY) {
                paintBusy(g, colors.text());
            } else {
                paintFace(g, colors);
            }
            if (shownFocus || isFocusOwner()) {
                Draw.box(g, box, corner, null, new Draw.Edge(colors.ring(), Scale.px(3)));
            }
        } finally {
            g.dispose();
        }
    }

    /** For strips that the edge and the corners cut. */
    void paintUnderEdge(Graphics2D g, Rectangle box) {}

    /** Paints the content; the box is painted already. */
    void paintFace(Graphics2D g, ButtonColors colors) {}

    private void paintBusy(Graphics2D g, Color color) {
        Face.of(this, g).busy(color, spinnerTurn);
    }

    /** The colour labels inside should have in the state now. */
    public final Color textColor() {
        return isEnabled() ? colors(state()).text() : Tone.DISABLED.color();
    }
}
