package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Scale;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.border.Border;
import javax.swing.border.EmptyBorder;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/** The place of the on-screen keyboard in one window: over its foot; a field that it would cover moves up. */
final class KeyboardDock {
    private static final String PROPERTY = "pos.keyboardDock";
    /** Over messages, below sheets that ask something. */
    private static final Integer LAYER = JLayeredPane.MODAL_LAYER - 10;

    private static final int STEP_MILLIS = 15;
    private static final int SLIDE_STEPS = 8;
    /** Room for the line below the field that says what is wrong. */
    private static final int BELOW_FIELD = 30;

    private final JRootPane root;
    private final KeyboardKeys keys = new KeyboardKeys(this::close);
    private final Timer slide = new Timer(STEP_MILLIS, e -> slideOn());
    private @Nullable Border contentBorder;
    private boolean open;
    private int stepsLeft;
    private int moved;

    private KeyboardDock(JRootPane root) {
        this.root = root;
        root.getLayeredPane().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                if (open) {
                    place();
                }
            }
        });
    }

    /** The dock of the window that shows the component; null outside of any. */
    static @Nullable KeyboardDock of(Component part) {
        KeyboardDock known = known(part);
        JRootPane root = SwingUtilities.getRootPane(part);
        if (known != null || root == null) {
            return known;
        }
        KeyboardDock made = new KeyboardDock(root);
        root.putClientProperty(PROPERTY, made);
        return made;
    }

    /** The dock of that window if it had a keyboard before. */
    static @Nullable KeyboardDock known(Component part) {
        JRootPane root = SwingUtilities.getRootPane(part);
        return root != null && root.getClientProperty(PROPERTY) instanceof KeyboardDock dock ? dock : null;
    }

    static void closeIn(@Nullable JRootPane root) {
        if (root != null && root.getClientProperty(PROPERTY) instanceof KeyboardDock dock) {
            dock.close();
        }
    }

    boolean isOpen() {
        return open;
    }

    /** Shows the keyboard, which writes into this field from now on. */
    void open(JTextComponent field) {
        keys.into(field);
        if (!open) {
            open = true;
            SwingUtilities.updateComponentTreeUI(keys);
            root.getLayeredPane().add(keys, LAYER);
            stepsLeft = Look.motion() ? SLIDE_STEPS : 0;
            if (stepsLeft > 0) {
                slide.start();
            }
        }
        uncover(field);
        place();
    }

    void close() {
        if (!open) {
            return;
        }
        open = false;
        slide.stop();
        move(0);
        root.getLayeredPane().remove(keys);
        root.getLayeredPane().repaint();
    }

    private void slideOn() {
        stepsLeft--;
        if (stepsLeft <= 0) {
            slide.stop();
        }
        place();
    }

    private void place() {
        Component layers = root.getLayeredPane();
        int height = keys.getPreferredSize().height;
        int below = height * Math.max(0, stepsLeft) / SLIDE_STEPS;
        keys.setBounds(0, layers.getHeight() - height + below, layers.getWidth(), height);
        keys.revalidate();
        keys.repaint();
    }

    private void uncover(JTextComponent field) {
        Component layers = root.getLayeredPane();
        Point foot = SwingUtilities.convertPoint(field, 0, field.getHeight(), layers);
        int free = layers.getHeight() - keys.getPreferredSize().height;
        int covered = foot.y + moved + Scale.px(BELOW_FIELD) - free;
        move(Math.max(0, covered));
    }

    /** Moves the content up without another size: a border that is as much too small above as it is too large below. */
    private void move(int up) {
        if (up == moved || !(root.getContentPane() instanceof JComponent content)) {
            return;
        }
        if (moved == 0) {
            contentBorder = content.getBorder();
        }
        moved = up;
        content.setBorder(up == 0 ? contentBorder : new EmptyBorder(-up, 0, up, 0));
        // At once: the next field asks where it is before the window system comes to it.
        content.revalidate();
        root.validate();
        root.repaint();
    }
}
