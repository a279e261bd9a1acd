package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Type;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Twelve keys for fingers. It knows no number: it says which key was tapped. The keyboard is the screen's affair. */
public final class Keypad extends JPanel {
    private final transient Listener listener;

    private Keypad(Listener listener) {
        super(new MigLayout(
                "insets 0, gap 10, wrap 3, fill", "[grow,fill,sg k]".repeat(3), "[grow,fill,sg k]".repeat(4)));
        this.listener = listener;
        setOpaque(false);
    }

    /** For PINs that a presenter keeps: it takes the digits one by one. */
    public static Keypad pin(IntConsumer digit, Runnable backspace, PosButton submit) {
        return pin(
                new Listener() {
                    @Override
                    public void typed(String digits) {
                        digits.chars().forEach(digit);
                    }

                    @Override
                    public void backspace() {
                        backspace.run();
                    }
                },
                submit);
    }

    /** For PINs: 1-2-3 above, then backspace, 0 and the button that signs in. Who has a keyboard types: no key takes the focus. */
    public static Keypad pin(Listener listener, PosButton submit) {
        Keypad pad = new Keypad(listener);
        pad.digits("123456789");
        pad.addBackspace();
        pad.digits("0");
        submit.centered(Type.ITEM);
        submit.radius(14);
        pad.addKey(submit);
        Stream.of(pad.getComponents()).forEach(key -> key.setFocusable(false));
        return pad;
    }

    /** For amounts: 7-8-9 above, then 0, 00 and backspace. */
    public static Keypad amount(Listener listener) {
        Keypad pad = new Keypad(listener);
        pad.digits("789456123");
        pad.addDigits("0");
        pad.addDigits("00");
        pad.addBackspace();
        return pad;
    }

    /** For quantities and counts: 7-8-9 above, then the point, 0 and backspace. */
    public static Keypad quantity(Listener listener) {
        Keypad pad = new Keypad(listener);
        pad.digits("789456123");
        pad.addDigits(".");
        pad.addDigits("0");
        pad.addBackspace();
        return pad;
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        for (java.awt.Component key : getComponents()) {
            key.setEnabled(enabled);
        }
    }

    /** Switches all keys off, each with the reason. */
    public void disable(String reason) {
        for (java.awt.Component key : getComponents()) {
            if (key instanceof CardButton button) {
                button.disable(reason);
            }
        }
    }

    /** Switches all keys on again. */
    public void allow() {
        for (java.awt.Component key : getComponents()) {
            if (key instanceof CardButton button) {
                button.allow();
            }
        }
    }

    private void digits(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            addDigits(keys.substring(i, i + 1));
        }
    }

    private void addDigits(String digits) {
        addKey(PosButton.digit(digits).on(() -> listener.typed(digits)));
    }

    private void addBackspace() {
        PosButton back = PosButton.iconOnly(ButtonKind.KEY, Glyph.BACKSPACE, "Delete last digit");
        back.radius(14);
        addKey(back.on(listener::backspace));
    }

    private void addKey(JComponent key) {
        add(key, "w 64:110, h 52:76");
    }

    /** What the keys say. Event thread. */
    public interface Listener {
        /** "0" to "9", "00" or ".". */
        void typed(String digits);

        void backspace();
    }
}
