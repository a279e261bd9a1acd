package com.euphoriapos.ui.register.swing;

import com.euphoriapos.ui.kit.input.InputRouter;
import com.euphoriapos.ui.kit.input.KeyBindings;
import com.euphoriapos.ui.kit.input.KeyMap;
import com.euphoriapos.ui.kit.input.PosKeys;
import java.awt.event.ActionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Keys that only these screens have, and how keys are bound to a screen. */
final class RegisterKeys {
    static final String CANCEL_SALE = "cancel-sale";
    static final String TYPE_CODE = "type-code";
    static final String REPRINT = "reprint";
    static final String POINT = "point";

    private static final Map<String, String> OWN = Map.of(
            CANCEL_SALE, "DELETE",
            TYPE_CODE, "/",
            REPRINT, "ctrl P",
            POINT, ".");

    private RegisterKeys() {}

    /** Adds the keys of these screens to the router's map, unless configuration gave them others. Event thread. */
    static KeyMap addTo(InputRouter router) {
        router.keys(with(router.keys()));
        return router.keys();
    }

    static KeyMap with(KeyMap map) {
        Map<String, String> missing = new LinkedHashMap<>();
        OWN.forEach((action, key) -> {
            if (map.stroke(action).isEmpty()) {
                missing.put(action, key);
            }
        });
        return map.with(missing);
    }

    /** The ten digits of a screen. */
    static void digits(JComponent part, IntConsumer digit) {
        for (int i = 0; i <= 9; i++) {
            int value = i;
            KeyBindings.bind(part, PosKeys.digit(i), () -> digit.accept(value));
        }
    }

    /** A key that a field keeps for itself, such as Enter. */
    static void inField(JTextField field, String key, Runnable task) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        field.getInputMap(JComponent.WHEN_FOCUSED).put(stroke, "register." + key);
        field.getActionMap().put("register." + key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent e) {
                task.run();
            }
        });
    }
}
