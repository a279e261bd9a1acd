package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Dimension;
import javax.swing.JTextField;
import javax.swing.border.EmptyBorder;
import org.jspecify.annotations.Nullable;

/** The search field, 48 high, with a glass in front and its key cap behind. */
public final class SearchField extends JTextField {
    public SearchField(String placeholder, @Nullable String key) {
        putClientProperty("JTextField.placeholderText", placeholder);
        putClientProperty("JTextField.leadingIcon", Glyph.SEARCH.icon(20, Tone.TEXT2));
        putClientProperty("FlatLaf.style", Field.INPUT_STYLE);
        putClientProperty("JTextField.showClearButton", true);
        getAccessibleContext().setAccessibleName(key == null ? placeholder : placeholder + ", " + key);
        Type.FIELD.on(this);
        if (key != null) {
            putClientProperty("JTextField.trailingComponent", trailing(key));
        }
    }

    private static javax.swing.JPanel trailing(String key) {
        javax.swing.JPanel room = new javax.swing.JPanel(new java.awt.GridBagLayout());
        room.setOpaque(false);
        room.setBorder(new EmptyBorder(Scale.insets(0, 0, 0, 8)));
        room.add(new KeyCap(key));
        return room;
    }

    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        return new Dimension(size.width, Scale.px(48));
    }
}
