package com.euphoriapos.ui.kit.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.LookSettings;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JRootPane;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnScreenKeyboardTest {
    private final JRootPane window = new JRootPane();
    private final JTextField name = new JTextField();
    private final JPasswordField pin = new JPasswordField();

    @BeforeAll
    static void install() {
        Look.install(LookSettings.standard());
    }

    @BeforeEach
    void build() throws Exception {
        onEventThread(() -> {
            Look.motion(false);
            OnScreenKeyboard.attach(name);
            OnScreenKeyboard.follow(pin);
            JPanel content = new JPanel(new BorderLayout());
            content.add(name, BorderLayout.NORTH);
            content.add(pin, BorderLayout.SOUTH);
            window.setContentPane(content);
            window.setSize(1024, 768);
            layOut(window);
        });
    }

    @AfterEach
    void reset() {
        Look.touchOnly(false);
        Look.motion(true);
    }

    @Test
    void aTouchBringsItOnlyWhereThereIsNoOtherKeyboard() throws Exception {
        onEventThread(() -> {
            touch(name);
            assertFalse(OnScreenKeyboard.isOpen(name));
            Look.touchOnly(true);
            touch(name);
            assertTrue(OnScreenKeyboard.isOpen(name));
            OnScreenKeyboard.close(name);
            assertFalse(OnScreenKeyboard.isOpen(name));
        });
    }

    @Test
    void itsButtonBringsItAndTakesItAway() throws Exception {
        onEventThread(() -> {
            PosButton button = OnScreenKeyboard.button(name);
            button.doClick(0);
            assertTrue(OnScreenKeyboard.isOpen(name));
            button.doClick(0);
            assertFalse(OnScreenKeyboard.isOpen(name));
        });
    }

    @Test
    void writesWhatIsTappedAndCapitalsOnce() throws Exception {
        onEventThread(() -> {
            Look.touchOnly(true);
            touch(name);
            tap("Shift", "E", "v", "e", "Space", "o", "'", "x", "Delete", "-", "9");
            assertEquals("Eve o'-9", name.getText());
            touch(pin);
            tap("1", "1", "1", "1", "Delete");
            assertEquals(3, pin.getDocument().getLength());
            assertEquals("Eve o'-9", name.getText());
        });
    }

    @Test
    void replacesWhatIsSelected() throws Exception {
        onEventThread(() -> {
            Look.touchOnly(true);
            name.setText("Eva");
            touch(name);
            name.selectAll();
            tap("x");
            assertEquals("x", name.getText());
        });
    }

    @Test
    void writesNothingIntoAFieldThatIsOnlyRead() throws Exception {
        onEventThread(() -> {
            Look.touchOnly(true);
            touch(name);
            name.setEditable(false);
            tap("x", "Delete");
            assertEquals("", name.getText());
        });
    }

    @Test
    void enterDoesWhatTheFieldDoes() throws Exception {
        List<String> done = new ArrayList<>();
        onEventThread(() -> {
            Look.touchOnly(true);
            name.addActionListener(e -> done.add("searched"));
            touch(name);
            tap("Enter");
        });
        assertEquals(List.of("searched"), done);
    }

    @Test
    void aFieldThatItWouldCoverMovesUpAndBack() throws Exception {
        onEventThread(() -> {
            Look.touchOnly(true);
            int before = foot(pin);
            touch(pin);
            layOut(window);
            int top = keys().getY();
            assertTrue(foot(pin) < top, foot(pin) + " is above " + top);
            OnScreenKeyboard.close(pin);
            layOut(window);
            assertEquals(before, foot(pin));
            touch(name);
            layOut(window);
            assertEquals(0, SwingUtilities.convertPoint(name, 0, 0, window).y, "a field in sight stays where it is");
        });
    }

    @Test
    void everyKeyIsLargeEnoughForAFinger() throws Exception {
        onEventThread(() -> {
            Look.touchOnly(true);
            touch(name);
            layOut(window);
            for (AbstractButton each : buttons(keys())) {
                assertTrue(each.getWidth() >= 44 && each.getHeight() >= 44, each.getText() + " " + each.getSize());
            }
        });
    }

    private int foot(Component part) {
        Point point = SwingUtilities.convertPoint(part, 0, part.getHeight(), window);
        return point.y;
    }

    private KeyboardKeys keys() {
        for (Component each : window.getLayeredPane().getComponents()) {
            if (each instanceof KeyboardKeys keys) {
                return keys;
            }
        }
        throw new AssertionError("no keyboard");
    }

    private void tap(String... labels) {
        for (String label : labels) {
            buttons(keys()).stream()
                    .filter(button -> button.getText().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no key " + label))
                    .doClick(0);
        }
    }

    private static List<AbstractButton> buttons(Container container) {
        List<AbstractButton> found = new ArrayList<>();
        for (Component each : container.getComponents()) {
            if (each instanceof AbstractButton button) {
                found.add(button);
            } else if (each instanceof Container inner) {
                found.addAll(buttons(inner));
            }
        }
        return found;
    }

    private static void touch(JTextField field) {
        MouseEvent press = new MouseEvent(field, MouseEvent.MOUSE_PRESSED, 0, 0, 4, 4, 1, false, MouseEvent.BUTTON1);
        for (var listener : field.getMouseListeners()) {
            listener.mousePressed(press);
        }
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component each : container.getComponents()) {
            if (each instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    private static void onEventThread(Runnable test) throws Exception {
        SwingUtilities.invokeAndWait(test);
    }
}
