package com.euphoriapos.ui.kit.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JButton;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InputRouterTest {
    private static final String CODE = "4006381333931";

    private final JTextField field = new ShownField("Rum ");
    private final AtomicReference<@Nullable Component> focus = new AtomicReference<>(field);
    private final InputRouter router =
            new InputRouter(WedgeSettings.standard(), KeyMap.standard(), new DirectUiThread(), tone -> {}, focus::get);
    private final List<String> scans = new ArrayList<>();
    private final ScanContext context = new ScanContext() {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public void scan(ScanInput input, Runnable done) {
            scans.add(input.data());
            done.run();
        }
    };

    /** As fast as a scanner, or as keys that a busy machine hands over all at once; ended by Enter. */
    private void burst(String text) {
        long when = 1_000;
        for (char c : (text + "\n").toCharArray()) {
            int code = KeyEvent.getExtendedKeyCodeForChar(c);
            key(KeyEvent.KEY_PRESSED, when, code, c);
            key(KeyEvent.KEY_TYPED, when, KeyEvent.VK_UNDEFINED, c);
            key(KeyEvent.KEY_RELEASED, when + 1, code, c);
            when += 3;
        }
    }

    private void key(int id, long when, int code, char c) {
        assertTrue(router.dispatch(new KeyEvent(field, id, when, 0, code, c)), "the focus sees none of it itself");
    }

    @Test
    void givesAScanToTheContextAndNotToTheField() {
        router.pushContext(context);
        burst(CODE);
        assertEquals(List.of(CODE), scans);
        assertEquals("Rum ", field.getText());
    }

    @Test
    void givesTheFieldWhatNobodyTakesAsAScan() {
        field.setCaretPosition(field.getText().length());
        burst("750 ml");
        assertEquals("Rum 750 ml", field.getText());
        router.pushContext(context);
        assertEquals(List.of(), scans, "it is not sold later");
        assertTrue(router.idle());
    }

    @Test
    void keepsAScanForTheNextContextWhereNoFieldHasTheFocus() {
        focus.set(new JButton());
        burst(CODE);
        assertEquals(1, router.waiting());
        router.pushContext(context);
        assertEquals(List.of(CODE), scans);
    }

    @Test
    void keepsAScanOutOfAFieldThatShowsOnly() {
        field.setEditable(false);
        burst(CODE);
        assertEquals("Rum ", field.getText());
        assertEquals(1, router.waiting());
    }
}
