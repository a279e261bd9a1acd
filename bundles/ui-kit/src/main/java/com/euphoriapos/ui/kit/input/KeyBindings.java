package com.euphoriapos.ui.kit.input;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * Binds actions to parts of the screen by name. The innermost part around the focus wins; if none there has the action,
 * the deepest visible part of the focused window does. So a sheet's Escape comes before the screen's, and a part that is
 * not visible never acts. Event thread only.
 */
public final class KeyBindings {
    private static final String PROPERTY = "pos.keys";

    private KeyBindings() {}

    /** While the part is visible and enabled, the action's key runs this. */
    public static void bind(JComponent part, String action, Runnable task) {
        Object known = part.getClientProperty(PROPERTY);
        Bound bound = known instanceof Bound found ? found : new Bound(new LinkedHashMap<>());
        bound.tasks.put(action, task);
        part.putClientProperty(PROPERTY, bound);
    }

    public static void unbind(JComponent part, String action) {
        if (part.getClientProperty(PROPERTY) instanceof Bound bound) {
            bound.tasks.remove(action);
        }
    }

    /** The task for this key now, or null. */
    static @Nullable Runnable find(KeyMap map, KeyEvent event, @Nullable Component focused) {
        KeyStroke stroke = strokeOf(event);
        if (focused instanceof JTextComponent text && text.isEditable() && belongsToField(stroke)) {
            return null;
        }
        for (Component each = focused; each != null; each = each.getParent()) {
            Runnable task = taskOf(each, map, stroke);
            if (task != null) {
                return task;
            }
        }
        Component source = focused == null ? event.getComponent() : focused;
        Window window = source instanceof Window own ? own : SwingUtilities.getWindowAncestor(source);
        return window == null ? null : deepest(window, map, stroke);
    }

    /** A typed character is the same whether it needs Shift or not: "*" stands on a key of its own and above the 8. */
    private static KeyStroke strokeOf(KeyEvent event) {
        if (event.getID() != KeyEvent.KEY_TYPED) {
            return KeyStroke.getKeyStrokeForEvent(event);
        }
        int shifts = KeyEvent.SHIFT_DOWN_MASK | KeyEvent.ALT_GRAPH_DOWN_MASK;
        return KeyStroke.getKeyStroke((Character) event.getKeyChar(), event.getModifiersEx() & ~shifts);
    }

    /** A field keeps its characters and the keys it edits with. */
    private static boolean belongsToField(KeyStroke stroke) {
        int code = stroke.getKeyCode();
        boolean typed = code == KeyEvent.VK_UNDEFINED;
        boolean command = (stroke.getModifiers() & (KeyEvent.CTRL_DOWN_MASK | KeyEvent.ALT_DOWN_MASK)) != 0;
        boolean edits = code == KeyEvent.VK_ENTER
                || code == KeyEvent.VK_BACK_SPACE
                || code == KeyEvent.VK_UP
                || code == KeyEvent.VK_DOWN;
        return typed && !command || edits || code == KeyEvent.VK_Z && command;
    }

    private static @Nullable Runnable deepest(Container container, KeyMap map, KeyStroke stroke) {
        for (Component child : container.getComponents()) {
            if (child.isVisible() && child instanceof Container inner) {
                Runnable task = deepest(inner, map, stroke);
                if (task != null) {
                    return task;
                }
            }
        }
        return taskOf(container, map, stroke);
    }

    private static @Nullable Runnable taskOf(Component component, KeyMap map, KeyStroke stroke) {
        boolean open = component.isShowing() && component.isEnabled();
        if (open && component instanceof JComponent part && part.getClientProperty(PROPERTY) instanceof Bound bound) {
            for (Map.Entry<String, Runnable> each : bound.tasks.entrySet()) {
                if (map.triggers(each.getKey(), stroke)) {
                    return each.getValue();
                }
            }
        }
        return null;
    }

    private record Bound(Map<String, Runnable> tasks) {}
}
