package com.euphoriapos.ui.kit.widget;

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
    private final Map<T, PosButton> buttons = new LinkedHashMap<>();
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
        PosButton button = PosButton.secondary(label);
        button.on(() -> take(value));
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
        PosButton button = button(value);
        if (reasonAgainst == null) {
            button.allow();
        } else {
            button.disable(reasonAgainst);
        }
    }

    /** The button of a choice. */
    public PosButton button(T value) {
        PosButton button = buttons.get(value);
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
        PosButton[] all = buttons.values().toArray(new PosButton[0]);
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
}
