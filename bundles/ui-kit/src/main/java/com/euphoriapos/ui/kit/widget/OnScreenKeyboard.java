package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Scale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Cursor;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.border.EmptyBorder;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * A keyboard for fingers in the lower part of the window. It comes when a field is touched on a lane without a keyboard
 * ({@link Look#touchOnly}), or with the keyboard button of a field or form; then it goes from field to field until it is put
 * away. What lies below it moves up while one types. Event thread only.
 */
public final class OnScreenKeyboard {
    private static final String ATTACHED = "pos.onScreenKeyboard";
    private static final String TRAILING = "JTextField.trailingComponent";

    private OnScreenKeyboard() {}

    /** Lets the keyboard write into the field and puts a keyboard button at its end. */
    public static <F extends JTextField> F attach(F field) {
        if (!isAttached(field)) {
            follow(field);
            JPanel end = new JPanel(new BorderLayout());
            end.setOpaque(false);
            // The field's own edge and focus ring stay whole.
            end.setBorder(new EmptyBorder(Scale.insets(3, 0, 3, 3)));
            end.setCursor(Cursor.getDefaultCursor());
            if (field.getClientProperty(TRAILING) instanceof JComponent before) {
                end.add(before, BorderLayout.CENTER);
            }
            end.add(button(field), BorderLayout.LINE_END);
            field.putClientProperty(TRAILING, end);
        }
        return field;
    }

    /** Lets the keyboard write into the field; the form has one {@link #button} for all its fields. */
    public static <F extends JTextComponent> F follow(F field) {
        if (!isAttached(field)) {
            field.putClientProperty(ATTACHED, Boolean.TRUE);
            Touch touch = new Touch(field);
            field.addMouseListener(touch);
            field.addFocusListener(touch);
        }
        return field;
    }

    /**
     * A button that brings the keyboard and takes it away. It writes into the field that has the focus.
     *
     * @param first where to write when no field has the focus
     */
    public static PosButton button(JTextComponent first) {
        PosButton button = PosButton.iconOnly(ButtonKind.LINK, Glyph.KEYBOARD, "On-screen keyboard");
        button.setFocusable(false);
        button.setToolTipText("On-screen keyboard");
        button.on(() -> toggle(first));
        return button;
    }

    /** Whether the keyboard is shown in the window of this component. */
    public static boolean isOpen(JComponent part) {
        KeyboardDock dock = KeyboardDock.known(part);
        return dock != null && dock.isOpen();
    }

    /** Takes the keyboard away. */
    public static void close(JComponent part) {
        KeyboardDock dock = KeyboardDock.known(part);
        if (dock != null) {
            dock.close();
        }
    }

    private static void toggle(JTextComponent first) {
        if (isOpen(first)) {
            close(first);
            return;
        }
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        JTextComponent into = focused instanceof JTextComponent text && isAttached(text) ? text : first;
        into.requestFocusInWindow();
        open(into);
    }

    private static void open(JTextComponent field) {
        if (field.isEnabled() && field.isEditable()) {
            KeyboardDock dock = KeyboardDock.of(field);
            if (dock != null) {
                dock.open(field);
            }
        }
    }

    static boolean isAttached(@Nullable Component part) {
        return part instanceof JComponent field && field.getClientProperty(ATTACHED) != null;
    }

    /** Opens the keyboard for a finger, and lets it follow the focus. */
    private static final class Touch extends MouseAdapter implements FocusListener {
        private final JTextComponent field;

        Touch(JTextComponent field) {
            this.field = field;
        }

        @Override
        public void mousePressed(MouseEvent e) {
            if (Look.touchOnly()) {
                open(field);
            }
        }

        @Override
        public void focusGained(FocusEvent e) {
            // The line for what is wrong stands below the field.
            int below = Scale.px(28);
            field.scrollRectToVisible(new Rectangle(0, -below, field.getWidth(), field.getHeight() + 2 * below));
            if (isOpen(field)) {
                open(field);
            }
        }

        @Override
        public void focusLost(FocusEvent e) {
            if (!e.isTemporary()) {
                SwingUtilities.invokeLater(this::left);
            }
        }

        /** The focus went on: to another field the keyboard follows, from anything else it goes away. */
        private void left() {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            if (owner != null && !isAttached(owner)) {
                KeyboardDock.closeIn(SwingUtilities.getRootPane(owner));
            }
        }
    }
}
