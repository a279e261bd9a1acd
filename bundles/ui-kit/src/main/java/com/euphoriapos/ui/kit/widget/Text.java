package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingConstants;

/** Labels in the type and colours of the theme, which follow a change of theme and of text size. */
public final class Text {
    private static final String STYLE = "FlatLaf.style";

    private Text() {}

    public static JLabel of(String text, Type type, Tone tone) {
        return tone(type.on(new JLabel(text)), tone);
    }

    public static JLabel of(String text, Type type) {
        return of(text, type, Tone.TEXT);
    }

    /** Numbers stand at the right. */
    public static JLabel number(String text, Type type, Tone tone) {
        JLabel label = of(text, type, tone);
        label.setHorizontalAlignment(SwingConstants.RIGHT);
        return label;
    }

    /** A label with an icon in the label's colour. */
    public static JLabel withIcon(Glyph glyph, int size, JLabel label) {
        label.setIcon(glyph.icon(size));
        label.setIconTextGap(com.euphoriapos.ui.kit.theme.Scale.px(8));
        return label;
    }

    /** Several lines, wrapped to the width of the label; plain text, no markup is read from it. */
    public static JLabel wrapped(String text, Type type, Tone tone) {
        Look.nameFaces();
        return of("<html>" + escape(text) + "</html>", type, tone);
    }

    /** Changes the colour of words or of any other component's foreground. */
    public static <C extends JComponent> C tone(C component, Tone tone) {
        component.putClientProperty(STYLE, "foreground: $" + tone.key());
        return component;
    }

    /** Changes foreground and background. */
    public static <C extends JComponent> C tone(C component, Tone words, Tone ground) {
        component.putClientProperty(STYLE, "foreground: $" + words.key() + "; background: $" + ground.key());
        return component;
    }

    /** Text that is safe inside HTML labels. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
