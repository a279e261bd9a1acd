package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * A choice of a few words side by side, of which one is in use. Tab reaches each, Space takes it, the arrow keys go along.
 *
 * @param <T> what is chosen; equal values are the same choice
 */
public final class Segments<T> extends JPanel {
    private final Map<T, Segment> buttons = new LinkedHashMap<>();
    private final transient Consumer<? super T> listener;
    private @Nullable T chosen;

    /** @param listener told what a finger or a key chose */
    public Segments(String accessibleName, Consumer<? super T> listener) {
        super(new MigLayout("insets 0, gap 6, fill", "", "[48!,fill]"));
        this.listener = listener;
        setOpaque(false);
        getAccessibleContext().setAccessibleName(accessibleName);
        arrow("LEFT", -1);
        arrow("RIGHT", 1);
    }

    /** Adds a choice at the end. */
    public Segments<T> add(T value, String label) {
        Segment button = new Segment(label);
        button.addActionListener(e -> take(value));
        buttons.put(value, button);
        add(button, "grow, push, wmin 0, sg s");
        return this;
    }

    /** Shows a choice as the one in use without telling the listener; null for none. */
    public void select(@Nullable T value) {
        chosen = value;
        buttons.forEach((each, button) -> button.setChosen(each.equals(value)));
    }

    public Optional<T> selected() {
        return Optional.ofNullable(chosen);
    }

    /** Lets a choice be taken, or not, with the reason that is said when somebody tries. */
    public void allow(T value, @Nullable String reasonAgainst) {
        Segment button = segment(value);
        if (reasonAgainst == null) {
            button.allow();
        } else {
            button.disable(reasonAgainst);
        }
    }

    /** The button of a choice. */
    public CardButton button(T value) {
        return segment(value);
    }

    private Segment segment(T value) {
        Segment button = buttons.get(value);
        if (button == null) {
            throw new IllegalArgumentException("no choice " + value);
        }
        return button;
    }

    private void take(T value) {
        select(value);
        listener.accept(value);
    }

    private void arrow(String key, int step) {
        registerKeyboardAction(
                e -> walk(step), KeyStroke.getKeyStroke(key), JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
    }

    private void walk(int step) {
        Segment[] all = buttons.values().toArray(new Segment[0]);
        for (int i = 0; i < all.length; i++) {
            if (all[i].isFocusOwner()) {
                for (int next = i + step; next >= 0 && next < all.length; next += step) {
                    if (all[next].isEnabled()) {
                        all[next].requestFocusInWindow();
                        return;
                    }
                }
            }
        }
    }

    /** A word in the middle, set smaller where it would not fit. */
    private static final class Segment extends CardButton {
        private static final long serialVersionUID = 1L;

        Segment(String label) {
            super(ButtonKind.SECONDARY, label);
        }

        @Override
        public Dimension getPreferredSize() {
            int words = getFontMetrics(Type.BODY_STRONG.font()).stringWidth(getText());
            return new Dimension(words + Scale.px(20), Scale.px(48));
        }

        @Override
        public Dimension getMinimumSize() {
            return Scale.size(44, 44);
        }

        @Override
        void paintFace(Graphics2D g, ButtonColors colors) {
            Font font = Type.BODY_STRONG.font();
            int room = getWidth() - Scale.px(8);
            while (font.getSize2D() > Scale.px(10f) && getFontMetrics(font).stringWidth(getText()) > room) {
                font = font.deriveFont(font.getSize2D() - 1f);
            }
            Face.of(this, g).centered(getText(), font, colors.text(), getHeight() / 2);
        }
    }
}
