package com.euphoriapos.ui.kit.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyMapTest {
    @Test
    void keyCapsAreReadFromTheMap() {
        KeyMap map = KeyMap.standard();
        assertEquals("F12", map.cap(PosKeys.PAY));
        assertEquals("*", map.cap(PosKeys.QUANTITY));
        assertEquals("Ctrl Z", map.cap(PosKeys.UNDO));
        assertEquals("Esc", map.cap(PosKeys.BACK));
        assertEquals("F7", map.cap(PosKeys.method(1)));
        assertEquals("Ctrl Alt D", map.cap(PosKeys.DIAGNOSTICS));
    }

    @Test
    void configurationReplacesSingleKeys() {
        KeyMap map =
                KeyMap.standard().with(Map.of(PosKeys.PAY, "ctrl P", PosKeys.QUANTITY, "#", PosKeys.LOCK, "nonsense"));
        assertEquals("Ctrl P", map.cap(PosKeys.PAY));
        assertEquals("#", map.cap(PosKeys.QUANTITY));
        assertEquals("F11", map.cap(PosKeys.LOCK));
    }
}
