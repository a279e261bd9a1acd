package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.util.ArrayList;
import java.util.List;
import javax.swing.Action;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The keys themselves. They write into a field as typing does: in place of what is selected, at the caret. */
final class KeyboardKeys extends JPanel {
    private static final int COLUMNS = 11;
    private static final int KEYS_WIDTH_MAX = 1120;
    private static final String[] PLAIN = {"1234567890", "qwertyuiop@", "asdfghjkl'-", "zxcvbnm,./"};
    private static final String[] SHIFTED = {"!?#$%&*()=", "QWERTYUIOP_", "ASDFGHJKL\"+", "ZXCVBNM;:\\"};

    private final List<Key> characters = new ArrayList<>();
    private final PosButton shift = PosButton.iconOnly(ButtonKind.KEY, Glyph.CHEVRON_UP, "Shift");
    private @Nullable JTextComponent field;
    private boolean shifted;

    KeyboardKeys(Runnable hide) {
        super(new MigLayout("insets 8 10 10 10, fill", "[grow,center]", "[grow,fill]"));
        getAccessibleContext().setAccessibleName("On-screen keyboard");
        JPanel grid = new JPanel(new MigLayout(
                "insets 0, gap 6, fill, wrap " + COLUMNS,
                "[44::,grow,fill,sg k]".repeat(COLUMNS),
                "[48!,fill]".repeat(5)));
        grid.setOpaque(false);
        row(grid, 0);
        grid.add(still(PosButton.iconOnly(ButtonKind.KEY, Glyph.BACKSPACE, "Delete"))
                .on(this::backspace));
        row(grid, 1);
        row(grid, 2);
        grid.add(still(shift).on(() -> shift(!shifted)));
        row(grid, 3);
        grid.add(still(wide("Hide keyboard")).glyph(Glyph.CHEVRON_DOWN).on(hide), "span 2");
        grid.add(still(wide("Space")).on(() -> type(" ")), "span 5");
        grid.add(still(wide("Next field")).on(this::next), "span 2");
        grid.add(still(wide("Enter")).on(this::enter), "span 2");
        add(grid, "grow, wmin 0, wmax " + KEYS_WIDTH_MAX);
        // A finger beside the keys touches nothing below.
        addMouseListener(new MouseAdapter() {});
        setFocusable(false);
    }

    /** Writes into this field from now on. */
    void into(JTextComponent newField) {
        if (field != newField) {
            field = newField;
            shift(false);
        }
    }

    private void row(JPanel grid, int row) {
        for (int i = 0; i < PLAIN[row].length(); i++) {
            Key key = new Key(PLAIN[row].charAt(i), SHIFTED[row].charAt(i));
            key.addActionListener(e -> {
                type(key.getText());
                shift(false);
            });
            characters.add(key);
            grid.add(key);
        }
    }

    private static PosButton wide(String label) {
        PosButton button = PosButton.digit(label).centered(Type.BODY_STRONG);
        button.radius(10);
        return button;
    }

    private static PosButton still(PosButton button) {
        button.radius(10);
        button.setFocusable(false);
        return button;
    }

    private void shift(boolean on) {
        shifted = on;
        shift.setChosen(on);
        characters.forEach(key -> key.shift(on));
    }

    private void type(String text) {
        JTextComponent into = field;
        if (into != null && into.isEditable() && into.isEnabled()) {
            into.requestFocusInWindow();
            into.replaceSelection(text);
        }
    }

    private void backspace() {
        JTextComponent into = field;
        if (into == null || !into.isEditable() || !into.isEnabled()) {
            return;
        }
        into.requestFocusInWindow();
        int caret = into.getCaretPosition();
        if (into.getSelectionStart() == into.getSelectionEnd() && caret > 0) {
            into.select(caret - 1, caret);
        }
        into.replaceSelection("");
    }

    private void next() {
        JTextComponent from = field;
        if (from != null) {
            from.transferFocus();
        }
    }

    /** Does what the field does at Enter: what it listens for, or what was bound to the key instead. */
    private void enter() {
        JTextComponent from = field;
        Object name = from == null ? null : from.getInputMap().get(KeyStroke.getKeyStroke("ENTER"));
        Action action =
                from == null || name == null ? null : from.getActionMap().get(name);
        if (from instanceof JTextField line && JTextField.notifyAction.equals(name)) {
            line.postActionEvent();
        } else if (action != null && action.isEnabled()) {
            action.actionPerformed(new ActionEvent(from, ActionEvent.ACTION_PERFORMED, "enter"));
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Tone.CANVAS.color());
        graphics.fillRect(0, 0, getWidth(), getHeight());
        graphics.setColor(Tone.LINE.color());
        graphics.fillRect(0, 0, getWidth(), Math.max(1, Scale.px(1)));
    }

    /** One character and what it is with Shift. */
    private static final class Key extends CardButton {
        private final char plain;
        private final char upper;

        Key(char plain, char upper) {
            super(ButtonKind.KEY, String.valueOf(plain));
            this.plain = plain;
            this.upper = upper;
            radius(10);
            setFocusable(false);
        }

        void shift(boolean on) {
            setText(String.valueOf(on ? upper : plain));
            repaint();
        }

        @Override
        public Dimension getPreferredSize() {
            return Scale.size(48, 48);
        }

        @Override
        public Dimension getMinimumSize() {
            return Scale.size(44, 44);
        }

        @Override
        void paintFace(Graphics2D g, ButtonColors colors) {
            Face.of(this, g).centered(getText(), Type.QUANTITY.font(), colors.text(), getHeight() / 2);
        }
    }
}
