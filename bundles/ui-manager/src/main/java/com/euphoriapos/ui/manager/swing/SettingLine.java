package com.euphoriapos.ui.manager.swing;

import com.euphoriapos.api.settings.PosConfig.Key;
import com.euphoriapos.api.settings.PosConfig.Type;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.widget.OnScreenKeyboard;
import com.euphoriapos.ui.kit.widget.Segments;
import com.euphoriapos.ui.kit.widget.Text;
import com.euphoriapos.ui.manager.SettingsState.Entry;
import java.awt.KeyboardFocusManager;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/** One setting: what it is, the part that its type asks for, and a line below whose room is always there. */
final class SettingLine extends JPanel {
    private static final int TEXT_ROWS = 4;
    private static final String EDGE = "borderColor: $Pos.border; focusedBorderColor: $Pos.accent; innerFocusWidth: 1";

    private final transient Input input;
    private final FormLine line = new FormLine();

    /** The part that holds the value. */
    private interface Input {
        JComponent part();

        void fill(String value);

        void open(boolean editable, boolean wrong);

        void focus();
    }

    /**
     * @param typed told what stands in it after each change
     * @param enter runs for Enter in a field of one line
     */
    SettingLine(Key key, Consumer<String> typed, Runnable enter) {
        super(new MigLayout("insets 0, gap 0, fillx, wrap 1", "[grow,fill]", "[]4[]4[]8"));
        setOpaque(false);
        input = input(key, typed, enter);
        JLabel caption = Text.of(
                key.title() + (key.type() == Type.PERCENT ? " (%)" : ""),
                com.euphoriapos.ui.kit.theme.Type.SMALL_STRONG,
                Tone.TEXT2);
        caption.setLabelFor(input.part());
        add(caption, "wmin 0");
        add(input.part(), width(key.type()));
        add(line, "wmin 0, growx");
    }

    private static String width(Type type) {
        return switch (type) {
            case PERCENT, AMOUNT, WHOLE_NUMBER -> "w 160!, h 48!, growx 0";
            case YES_NO -> "w 240!, growx 0";
            case LINES -> "h 96!, growx, wmin 0";
            default -> "growx, wmin 0, hmin 48";
        };
    }

    void fill(String value) {
        input.fill(value);
    }

    void render(Entry entry, boolean editable) {
        line.show(entry.error(), entry.hint());
        input.open(editable, !entry.error().isEmpty());
    }

    void focus() {
        input.focus();
    }

    private static Input input(Key key, Consumer<String> typed, Runnable enter) {
        return switch (key.type()) {
            case YES_NO -> choice(key, typed).add("true", "Yes").add("false", "No");
            case CHOICE -> {
                Choice choice = choice(key, typed);
                key.choices().forEach(each -> choice.add(each, each));
                yield choice;
            }
            case LINES -> new Words(lines(key, typed), true);
            default -> new Words(field(key, typed, enter), false);
        };
    }

    private static Choice choice(Key key, Consumer<String> typed) {
        return new Choice(new Segments<>(key.title(), typed));
    }

    private static JTextField field(Key key, Consumer<String> typed, Runnable enter) {
        JTextField field = com.euphoriapos.ui.kit.theme.Type.FIELD.on(new JTextField());
        field.putClientProperty("FlatLaf.style", EDGE);
        field.getDocument().addDocumentListener(new Changes(() -> typed.accept(field.getText())));
        field.addActionListener(e -> enter.run());
        field.getAccessibleContext().setAccessibleName(key.title());
        return OnScreenKeyboard.attach(field);
    }

    private static JTextArea lines(Key key, Consumer<String> typed) {
        JTextArea area = com.euphoriapos.ui.kit.theme.Type.FIELD.on(new JTextArea(TEXT_ROWS, 20));
        area.getDocument().addDocumentListener(new Changes(() -> typed.accept(area.getText())));
        area.getAccessibleContext().setAccessibleName(key.title());
        area.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        // Tab goes on to the next field; a receipt has no tabs.
        area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        area.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        return OnScreenKeyboard.follow(area);
    }

    private record Choice(Segments<String> segments) implements Input {
        Choice add(String value, String label) {
            segments.add(value, label);
            return this;
        }

        @Override
        public JComponent part() {
            return segments;
        }

        @Override
        public void fill(String value) {
            segments.select(value);
        }

        @Override
        public void open(boolean editable, boolean wrong) {
            segments.setEnabled(editable);
        }

        @Override
        public void focus() {
            segments.selected().ifPresent(value -> segments.button(value).requestFocusInWindow());
        }
    }

    /** A field of one line or, in a frame that scrolls, of several. */
    private static final class Words implements Input {
        private final JTextComponent text;
        private final JComponent part;

        Words(JTextComponent text, boolean scrolls) {
            this.text = text;
            this.part = scrolls ? framed(text) : text;
        }

        private static JComponent framed(JTextComponent text) {
            // The look and feel's own border shows the focus of the field in it.
            JScrollPane pane = new JScrollPane(text);
            pane.putClientProperty("FlatLaf.style", "arc: 20; " + EDGE);
            return pane;
        }

        @Override
        public JComponent part() {
            return part;
        }

        @Override
        public void fill(String value) {
            if (!text.getText().equals(value)) {
                text.setText(value);
                text.setCaretPosition(0);
            }
        }

        @Override
        public void open(boolean editable, boolean wrong) {
            text.setEditable(editable);
            text.putClientProperty("JComponent.outline", wrong ? "error" : null);
        }

        @Override
        public void focus() {
            text.requestFocusInWindow();
        }
    }
}
