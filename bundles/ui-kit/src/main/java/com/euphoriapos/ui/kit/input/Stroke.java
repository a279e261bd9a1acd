package com.euphoriapos.ui.kit.input;

import java.awt.event.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * One key event as the wedge detector sees it.
 *
 * @param code virtual key code, {@link KeyEvent#VK_UNDEFINED} for {@link Phase#TYPED}
 * @param symbol the character, or {@link KeyEvent#CHAR_UNDEFINED}
 * @param modifiers extended modifiers
 * @param when when it happened, in the event's own clock, milliseconds; not when it was handled
 * @param origin what to replay, or null
 */
public record Stroke(Phase phase, int code, char symbol, int modifiers, long when, @Nullable Object origin) {

    static final char GROUP_SEPARATOR = 0x1D;

    /** The part of a key's way it tells. */
    public enum Phase {
        PRESSED,
        TYPED,
        RELEASED
    }

    static Stroke of(KeyEvent event) {
        Phase phase =
                switch (event.getID()) {
                    case KeyEvent.KEY_PRESSED -> Phase.PRESSED;
                    case KeyEvent.KEY_RELEASED -> Phase.RELEASED;
                    default -> Phase.TYPED;
                };
        return new Stroke(
                phase, event.getKeyCode(), event.getKeyChar(), event.getModifiersEx(), event.getWhen(), event);
    }

    /** Shift, Ctrl and the like: they travel with the other keys' events and mean nothing alone. */
    boolean modifierOnly() {
        return switch (code) {
            case KeyEvent.VK_SHIFT,
                    KeyEvent.VK_CONTROL,
                    KeyEvent.VK_ALT,
                    KeyEvent.VK_ALT_GRAPH,
                    KeyEvent.VK_META,
                    KeyEvent.VK_CAPS_LOCK,
                    KeyEvent.VK_NUM_LOCK -> true;
            default -> false;
        };
    }

    /** A key that can be part of a barcode. Ctrl+] is the GS1 separator. */
    boolean printable() {
        if (symbol == GROUP_SEPARATOR) {
            return true;
        }
        return symbol != KeyEvent.CHAR_UNDEFINED && !Character.isISOControl(symbol) && !command();
    }

    private boolean command() {
        boolean altGraph = (modifiers & KeyEvent.ALT_GRAPH_DOWN_MASK) != 0;
        int commands = KeyEvent.CTRL_DOWN_MASK | KeyEvent.ALT_DOWN_MASK | KeyEvent.META_DOWN_MASK;
        return !altGraph && (modifiers & commands) != 0;
    }

    /** Enter or Tab, which end a scan. */
    boolean terminator() {
        return code == KeyEvent.VK_ENTER || code == KeyEvent.VK_TAB;
    }

    /** A line end or a tab, pressed, typed or let go: it would leave the field, or press the form's button. */
    boolean leavesField() {
        return terminator() || symbol == '\n' || symbol == '\r' || symbol == '\t';
    }
}
