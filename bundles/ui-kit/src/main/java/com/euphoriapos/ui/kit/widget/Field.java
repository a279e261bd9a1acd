package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A field with its label and a line for what is wrong with it. The line's room is reserved: nothing moves. */
public final class Field extends JPanel {
    static final String INPUT_STYLE = "borderColor: $Pos.border; focusedBorderColor: $Pos.accent; innerFocusWidth: 1";

    private final JTextField input;
    private boolean twoLines;
    private final JLabel error =
            Text.withIcon(Glyph.ALERT_OCTAGON_FILLED, 15, Text.of(" ", Type.SMALL_STRONG, Tone.DANGER));

    private Field(String label, JTextField input) {
        super(new MigLayout("insets 0, gap 0, fillx, hidemode 3", "[grow,fill]", "[]4[48!]3[20!]"));
        this.input = input;
        setOpaque(false);
        Type.FIELD.on(input);
        input.putClientProperty("FlatLaf.style", INPUT_STYLE);
        JLabel caption = Text.of(label, Type.SMALL_STRONG, Tone.TEXT2);
        caption.setLabelFor(input);
        input.getAccessibleContext().setAccessibleName(label);
        caption.setVisible(!label.isEmpty());
        add(caption, "cell 0 0, wmin 0");
        add(input, "cell 0 1, grow, wmin 0");
        add(error, "cell 0 2, wmin 0");
        setError(null);
    }

    public static Field text(String label) {
        return new Field(label, new JTextField());
    }

    /** For PINs and secrets. */
    public static Field secret(String label) {
        return new Field(label, new JPasswordField());
    }

    /** What is wrong stands elsewhere on the form: this field shows only its edge then, and keeps no room for words. */
    public Field errorElsewhere() {
        remove(error);
        ((MigLayout) getLayout()).setRowConstraints("[]4[48!]");
        return this;
    }

    /** What is wrong may take two lines: their room is kept. */
    public Field twoLineError() {
        twoLines = true;
        error.setVerticalAlignment(JLabel.TOP);
        error.setVerticalTextPosition(JLabel.TOP);
        MigLayout rows = (MigLayout) getLayout();
        rows.setRowConstraints("[]4[48!]4[38!]");
        rows.setComponentConstraints(error, "cell 0 2, wmin 0, aligny top");
        return this;
    }

    /** What stands in it while it is empty. */
    public Field placeholder(String words) {
        input.putClientProperty("JTextField.placeholderText", words);
        return this;
    }

    /** Calls back on each change of the text. */
    public Field onChange(Consumer<String> listener) {
        return onChange(() -> listener.accept(input.getText()));
    }

    /** Calls back on each change of the text, without it: a secret becomes no string. */
    public Field onChange(Runnable listener) {
        input.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                listener.run();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                listener.run();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {}
        });
        return this;
    }

    public String text() {
        return input.getText();
    }

    public void setText(String text) {
        input.setText(text);
    }

    /** One sentence that says what is wrong; null when nothing is. */
    public void setError(@Nullable String sentence) {
        error.setText(sentence == null ? " " : twoLines ? "<html>" + Text.escape(sentence) + "</html>" : sentence);
        error.setIcon(sentence == null ? null : Glyph.ALERT_OCTAGON_FILLED.icon(15, Tone.DANGER));
        error.setIconTextGap(Scale.px(6));
        input.putClientProperty("JComponent.outline", sentence == null ? null : "error");
        input.getAccessibleContext().setAccessibleDescription(sentence);
    }

    /** The Swing field, for focus, documents and key bindings. */
    public JTextField input() {
        return input;
    }
}
