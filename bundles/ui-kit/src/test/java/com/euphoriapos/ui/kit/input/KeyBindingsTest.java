package com.euphoriapos.ui.kit.input;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class KeyBindingsTest {
    private final JPanel part = new JPanel() {
        @Override
        public boolean isShowing() {
            return true;
        }
    };

    private KeyEvent typed(char character, int modifiers) {
        return new KeyEvent(part, KeyEvent.KEY_TYPED, 0, modifiers, KeyEvent.VK_UNDEFINED, character);
    }

    @Test
    void findsATypedCharacterWhetherItNeedsShiftOrNot() {
        KeyBindings.bind(part, PosKeys.QUANTITY, () -> {});
        KeyMap map = KeyMap.standard();

        assertNotNull(KeyBindings.find(map, typed('*', 0), part));
        assertNotNull(KeyBindings.find(map, typed('*', InputEvent.SHIFT_DOWN_MASK), part));
        assertNull(KeyBindings.find(map, typed('*', InputEvent.CTRL_DOWN_MASK), part));
    }
}
