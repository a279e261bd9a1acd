package com.euphoriapos.ui.kit.theme;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.RenderingHints;
import java.awt.Window;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.plaf.FontUIResource;

/**
 * The look in use. It lives in {@link UIManager}, as Swing wants it, so this class keeps no state of its own.
 * {@link #install} comes before the first component is made; the rest is for the event thread only.
 */
public final class Look {
    private static final String SCALE = "flatlaf.uiScale";
    private static final String TEXT_SIZE = "Pos.textSize";
    private static final String SHOWN_IN = "pos.shownIn";
    private static final String MOTION = "Pos.motion";
    private static final float DEFAULT_SIZE = 14;
    private static final String NAMED = ".named";
    private static final String KEY_CAPS = "Pos.keyCaps";
    private static final String TOUCH_ONLY = "Pos.touchOnly";

    private Look() {}

    /**
     * Loads fonts and look and feel.
     *
     * @throws UncheckedIOException when a font of the bundle cannot be read
     */
    public static void install(LookSettings settings) {
        prepareProperties(settings);
        loadFaces();
        UIManager.put("ClassLoader", Look.class.getClassLoader());
        UIManager.put(TEXT_SIZE, settings.textSize());
        UIManager.put(MOTION, settings.motion());
        FlatLaf.registerCustomDefaultsSource(Look.class.getPackageName(), Look.class.getClassLoader());
        setUp(settings.theme());
        UIManager.put("defaultFont", new FontUIResource(Type.Face.REGULAR.font().deriveFont(Scale.px(DEFAULT_SIZE))));
        smoothText();
        renewFonts();
    }

    /** Changes the theme under open windows; what is typed, chosen and focused stays. */
    public static void switchTo(Theme theme) {
        if (theme == theme()) {
            return;
        }
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        setUp(theme);
        FlatLaf.updateUI();
        forEachComponent(Type::renew);
        if (focused != null && !focused.isFocusOwner()) {
            focused.requestFocusInWindow();
        }
    }

    public static Theme theme() {
        return FlatLaf.isLafDark() ? Theme.DARK : Theme.LIGHT;
    }

    public static TextSize textSize() {
        return UIManager.get(TEXT_SIZE) instanceof TextSize size ? size : TextSize.NORMAL;
    }

    /** Changes the size of type under open windows. Screens that change their arrangement listen to {@code UIManager}. */
    public static void textSize(TextSize size) {
        UIManager.put(TEXT_SIZE, size);
        renewFonts();
        forEachComponent(Type::renew);
        for (Window window : Window.getWindows()) {
            window.revalidate();
            window.repaint();
        }
        UIManager.getDefaults().put(TEXT_SIZE + ".changed", size);
    }

    /** Gives a part that may have been in no window while the theme or the text size changed what it missed. Event thread only. */
    public static void refresh(JComponent part) {
        Object before = part.getClientProperty(SHOWN_IN);
        if (before != null && before != theme()) {
            SwingUtilities.updateComponentTreeUI(part);
        }
        part.putClientProperty(SHOWN_IN, theme());
        walk(part, Type::renew);
    }

    /** Whether things may move. Off, everything appears at once. */
    public static boolean motion() {
        return !Boolean.FALSE.equals(UIManager.get(MOTION));
    }

    public static void motion(boolean on) {
        UIManager.put(MOTION, on);
    }

    /** Whether buttons show their key; a lane with touch alone may hide them. */
    public static boolean keyCaps() {
        return !Boolean.FALSE.equals(UIManager.get(KEY_CAPS));
    }

    public static void keyCaps(boolean shown) {
        UIManager.put(KEY_CAPS, shown);
    }

    /** Whether the lane has no keyboard: a field that is touched then brings the one on the screen. */
    public static boolean touchOnly() {
        return Boolean.TRUE.equals(UIManager.get(TOUCH_ONLY));
    }

    public static void touchOnly(boolean on) {
        UIManager.put(TOUCH_ONLY, on);
    }

    private static void prepareProperties(LookSettings settings) {
        if (System.getProperty(SCALE) == null) {
            // Always set: otherwise the look and feel takes its scale from the desktop's font.
            System.setProperty(SCALE, settings.scalePercent() + "%");
        }
        if (System.getProperty("flatlaf.useNativeLibrary") == null) {
            // Its native part only decorates windows; leaving it out saves start-up time and a temporary file.
            System.setProperty("flatlaf.useNativeLibrary", "false");
        }
    }

    private static void setUp(Theme theme) {
        boolean done = theme == Theme.DARK ? FlatDarkLaf.setup() : FlatLightLaf.setup();
        if (!done) {
            throw new IllegalStateException("the look and feel could not be set up");
        }
    }

    /** Not made known to the desktop yet: that would first read every font that is installed, at each start. */
    private static void loadFaces() {
        for (Type.Face face : Type.Face.values()) {
            UIManager.put(face.key(), Faces.read(face));
        }
    }

    /**
     * Makes the typeface known by its name, which text in HTML needs. Takes a while the first time: the desktop's fonts are read.
     * Thread-safe.
     */
    public static synchronized void nameFaces() {
        for (Type.Face face : Type.Face.values()) {
            Font font = UIManager.getFont(face.key());
            if (font != null && !Boolean.TRUE.equals(UIManager.get(face.key() + NAMED))) {
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                UIManager.put(face.key() + NAMED, true);
            }
        }
    }

    private static void smoothText() {
        // A bare X server has no desktop settings, and Swing then draws jagged text.
        Object hint = UIManager.get(RenderingHints.KEY_TEXT_ANTIALIASING);
        if (hint == null || hint == RenderingHints.VALUE_TEXT_ANTIALIAS_OFF) {
            UIManager.put(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        }
    }

    private static void renewFonts() {
        for (Type type : Type.values()) {
            UIManager.put(type.cacheKey(), type.make());
        }
        Font body = Type.BODY.font();
        for (String kind : new String[] {
            "Label",
            "Button",
            "ToggleButton",
            "TextField",
            "PasswordField",
            "TextArea",
            "TextPane",
            "ComboBox",
            "List",
            "Table",
            "CheckBox",
            "RadioButton",
            "MenuItem",
            "ToolTip",
            "Spinner",
            "TabbedPane",
            "Panel"
        }) {
            UIManager.put(kind + ".font", new FontUIResource(body));
        }
        UIManager.put("TableHeader.font", new FontUIResource(Type.HEAD.font()));
    }

    private static void forEachComponent(Consumer<JComponent> action) {
        for (Window window : Window.getWindows()) {
            walk(window, action);
            SwingUtilities.invokeLater(window::repaint);
        }
    }

    private static void walk(Component component, Consumer<JComponent> action) {
        if (component instanceof JComponent swing) {
            action.accept(swing);
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                walk(child, action);
            }
        }
    }
}
