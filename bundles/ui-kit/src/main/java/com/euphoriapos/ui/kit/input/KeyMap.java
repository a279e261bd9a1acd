package com.euphoriapos.ui.kit.input;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Which key does what. Configuration replaces single entries; key caps read their words from it. Immutable. */
public final class KeyMap {
    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(KeyEvent.VK_ENTER, "Enter"),
            Map.entry(KeyEvent.VK_ESCAPE, "Esc"),
            Map.entry(KeyEvent.VK_INSERT, "Ins"),
            Map.entry(KeyEvent.VK_DELETE, "Del"),
            Map.entry(KeyEvent.VK_BACK_SPACE, "Bksp"),
            Map.entry(KeyEvent.VK_UP, "\u2191"),
            Map.entry(KeyEvent.VK_DOWN, "\u2193"),
            Map.entry(KeyEvent.VK_SPACE, "Space"),
            Map.entry(KeyEvent.VK_TAB, "Tab"),
            Map.entry(KeyEvent.VK_HOME, "Home"),
            Map.entry(KeyEvent.VK_END, "End"),
            Map.entry(KeyEvent.VK_PAGE_UP, "PgUp"),
            Map.entry(KeyEvent.VK_PAGE_DOWN, "PgDn"));

    private final Map<String, KeyStroke> strokes;

    private KeyMap(Map<String, KeyStroke> strokes) {
        this.strokes = Map.copyOf(strokes);
    }

    public static KeyMap standard() {
        Map<String, KeyStroke> map = new LinkedHashMap<>();
        String[] functions = {
            PosKeys.HELP, PosKeys.SEARCH, PosKeys.CUSTOMER, PosKeys.DISCOUNT, PosKeys.PRICE, PosKeys.SUSPEND,
            PosKeys.RECEIPTS, PosKeys.VOID_LINE, PosKeys.NO_SALE, PosKeys.MORE, PosKeys.LOCK, PosKeys.PAY
        };
        for (int i = 0; i < functions.length; i++) {
            map.put(functions[i], KeyStroke.getKeyStroke(KeyEvent.VK_F1 + i, 0));
        }
        for (int i = 1; i <= 6; i++) {
            map.put(PosKeys.amount(i), KeyStroke.getKeyStroke(KeyEvent.VK_F1 + i - 1, 0));
        }
        for (int i = 1; i <= 4; i++) {
            map.put(PosKeys.method(i), KeyStroke.getKeyStroke(KeyEvent.VK_F7 + i - 1, 0));
        }
        for (int i = 0; i <= 9; i++) {
            map.put(PosKeys.digit(i), KeyStroke.getKeyStroke((char) ('0' + i)));
        }
        map.put(PosKeys.REFRESH, KeyStroke.getKeyStroke(KeyEvent.VK_F5, 0));
        map.put(PosKeys.SUPPORT_BUNDLE, KeyStroke.getKeyStroke(KeyEvent.VK_F7, 0));
        map.put(PosKeys.QUANTITY, KeyStroke.getKeyStroke('*'));
        map.put(PosKeys.ONE_MORE, KeyStroke.getKeyStroke('+'));
        map.put(PosKeys.ONE_LESS, KeyStroke.getKeyStroke('-'));
        map.put(PosKeys.UNDO, KeyStroke.getKeyStroke(KeyEvent.VK_Z, InputEvent.CTRL_DOWN_MASK));
        map.put(PosKeys.BACK, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0));
        map.put(PosKeys.ACCEPT, KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0));
        map.put(PosKeys.BACKSPACE, KeyStroke.getKeyStroke(KeyEvent.VK_BACK_SPACE, 0));
        map.put(PosKeys.ADD_ITEM, KeyStroke.getKeyStroke(KeyEvent.VK_INSERT, 0));
        map.put(PosKeys.UP, KeyStroke.getKeyStroke(KeyEvent.VK_UP, 0));
        map.put(PosKeys.DOWN, KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, 0));
        int controlAlt = InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK;
        map.put(PosKeys.DIAGNOSTICS, KeyStroke.getKeyStroke(KeyEvent.VK_D, controlAlt));
        return new KeyMap(map);
    }

    /** The map with one key changed. */
    public KeyMap with(String action, KeyStroke stroke) {
        Map<String, KeyStroke> map = new LinkedHashMap<>(strokes);
        map.put(action, stroke);
        return new KeyMap(map);
    }

    /**
     * The map with what configuration changes: Swing's notation, such as {@code "F8"}, {@code "ctrl Z"}, or one
     * character such as {@code "*"}. Entries that are no key are left out.
     */
    public KeyMap with(Map<String, String> configured) {
        Map<String, KeyStroke> map = new LinkedHashMap<>(strokes);
        configured.forEach((action, text) -> {
            KeyStroke stroke = parse(text);
            if (stroke != null) {
                map.put(action, stroke);
            }
        });
        return new KeyMap(map);
    }

    private static @Nullable KeyStroke parse(String text) {
        if (text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0))) {
            return KeyStroke.getKeyStroke(text.charAt(0));
        }
        return KeyStroke.getKeyStroke(text);
    }

    public Optional<KeyStroke> stroke(String action) {
        return Optional.ofNullable(strokes.get(action));
    }

    /** What the key cap of an action says, such as "F8" or "Ctrl Z"; null when it has no key. */
    public @Nullable String cap(String action) {
        KeyStroke stroke = strokes.get(action);
        return stroke == null ? null : words(stroke);
    }

    boolean triggers(String action, KeyStroke stroke) {
        return stroke.equals(strokes.get(action));
    }

    private static String words(KeyStroke stroke) {
        if (stroke.getKeyCode() == KeyEvent.VK_UNDEFINED) {
            return String.valueOf(stroke.getKeyChar());
        }
        StringBuilder text = new StringBuilder();
        int modifiers = stroke.getModifiers();
        text.append((modifiers & InputEvent.CTRL_DOWN_MASK) != 0 ? "Ctrl " : "");
        text.append((modifiers & InputEvent.ALT_DOWN_MASK) != 0 ? "Alt " : "");
        text.append((modifiers & InputEvent.SHIFT_DOWN_MASK) != 0 ? "Shift " : "");
        String word = WORDS.get(stroke.getKeyCode());
        return text.append(word == null ? plain(stroke) : word).toString();
    }

    private static String plain(KeyStroke stroke) {
        String text = stroke.toString();
        String name = text.substring(text.lastIndexOf(' ') + 1);
        return name.length() <= 3
                ? name
                : name.substring(0, 1) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
