package com.euphoriapos.ui.kit.widget;

import com.euphoriapos.ui.kit.icon.Glyph;
import com.euphoriapos.ui.kit.icon.GlyphIcon;
import com.euphoriapos.ui.kit.theme.Look;
import com.euphoriapos.ui.kit.theme.Scale;
import com.euphoriapos.ui.kit.theme.Tone;
import com.euphoriapos.ui.kit.theme.Type;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import org.jspecify.annotations.Nullable;

/**
 * The button of the register: a label, and where wanted an icon, a key cap and a value. Made by the factory methods,
 * finished with {@code glyph}, {@code key}, {@code on}. Its accessible name is "Void line, F8".
 */
public final class PosButton extends CardButton {
    private static final int ROW_PAD = 13;

    private Arrangement arrangement;
    private Type type;
    private @Nullable Glyph glyph;
    private @Nullable String value;
    private boolean accentText;

    private PosButton(ButtonKind kind, String label, Arrangement arrangement, Type type) {
        super(kind, label);
        this.arrangement = arrangement;
        this.type = type;
    }

    public static PosButton secondary(String label) {
        return new PosButton(ButtonKind.SECONDARY, label, Arrangement.ROW, Type.BODY_STRONG);
    }

    public static PosButton primary(String label) {
        return new PosButton(ButtonKind.PRIMARY, label, Arrangement.ROW, Type.BODY_STRONG);
    }

    public static PosButton danger(String label) {
        return new PosButton(ButtonKind.DANGER, label, Arrangement.ROW, Type.BODY_STRONG);
    }

    /** Words to tap in the accent colour, without an edge. */
    public static PosButton link(String label) {
        return new PosButton(ButtonKind.LINK, label, Arrangement.ROW, Type.BODY_STRONG);
    }

    /** The one green button, 76 high. */
    public static PosButton pay(String label) {
        PosButton button = new PosButton(ButtonKind.PAY, label, Arrangement.BIG, Type.PAY);
        button.radius(12);
        return button;
    }

    /** One of the actions under the quick keys: icon and key above, label below, 60 high. */
    public static PosButton action(String label) {
        return new PosButton(ButtonKind.SECONDARY, label, Arrangement.STACKED, Type.BODY_STRONG);
    }

    /** A quick amount: caption and key above, the amount large below. */
    public static PosButton amount(String caption, String amount) {
        PosButton button = new PosButton(ButtonKind.SECONDARY, caption, Arrangement.AMOUNT, Type.SMALL_STRONG);
        button.value = amount;
        return button;
    }

    /** A key of a keypad with a digit. */
    public static PosButton digit(String label) {
        PosButton button = new PosButton(ButtonKind.KEY, label, Arrangement.CENTERED, Type.DIGIT);
        button.radius(14);
        return button;
    }

    /** A button with an icon alone; the label is for those who cannot see it. */
    public static PosButton iconOnly(ButtonKind kind, Glyph glyph, String accessibleName) {
        PosButton button = new PosButton(kind, accessibleName, Arrangement.ICON, Type.BODY_STRONG);
        button.glyph = glyph;
        return button;
    }

    public PosButton glyph(@Nullable Glyph newGlyph) {
        glyph = newGlyph;
        repaint();
        return this;
    }

    public PosButton key(@Nullable String cap) {
        setKey(cap);
        return this;
    }

    public PosButton on(Runnable action) {
        addActionListener(e -> action.run());
        return this;
    }

    /** Label in the middle, key cap below: for a button among keypad keys. */
    public PosButton centered(Type labelType) {
        arrangement = Arrangement.CENTERED;
        type = labelType;
        return this;
    }

    /** Sets the label in the accent colour: the answer that leads on, where a filled button would be too loud. */
    public PosButton accentText() {
        accentText = true;
        return this;
    }

    /** The amount at the right of Pay, or of a quick amount. */
    public void setValue(@Nullable String newValue) {
        value = newValue;
        getAccessibleContext().setAccessibleDescription(newValue);
        revalidate();
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        if (isPreferredSizeSet()) {
            return super.getPreferredSize();
        }
        return new Dimension(preferredWidth(), Scale.px(arrangement.height));
    }

    @Override
    public Dimension getMinimumSize() {
        return isMinimumSizeSet() ? super.getMinimumSize() : Scale.size(44, 44);
    }

    private int preferredWidth() {
        int words = getFontMetrics(type.font()).stringWidth(getText());
        String key = shownKey();
        int cap = key == null ? 0 : KeyCap.width(this, key, arrangement == Arrangement.BIG) + Scale.px(10);
        int icon = glyph == null ? 0 : Scale.px(arrangement.iconSize + 9);
        int amount = value == null ? 0 : getFontMetrics(Type.QUICK.font()).stringWidth(value) + Scale.px(14);
        return switch (arrangement) {
            case ROW, BIG -> words + cap + icon + amount + 2 * Scale.px(ROW_PAD);
            case STACKED -> Math.max(words, icon + cap) + Scale.px(24);
            case AMOUNT -> Math.max(words + cap, amount) + Scale.px(28);
            case CENTERED -> Math.max(Scale.px(98), words + Scale.px(24));
            case ICON -> key == null ? Scale.px(44) : Scale.px(44) + cap;
        };
    }

    @Override
    void paintFace(Graphics2D g, ButtonColors colors) {
        Face face = Face.of(this, g);
        switch (arrangement) {
            case ROW -> paintRow(face, rowColor(colors), ROW_PAD);
            case BIG -> paintRow(face, colors.text(), 24);
            case STACKED -> paintStacked(face, colors.text());
            case AMOUNT -> paintAmount(face, colors.text());
            case CENTERED -> paintCentered(face, colors.text());
            case ICON -> paintIcon(face, rowColor(colors));
        }
    }

    private Color rowColor(ButtonColors colors) {
        boolean plain = state() != ButtonState.DISABLED && state() != ButtonState.BUSY;
        return accentText && plain ? Tone.ACCENT_TEXT.color() : colors.text();
    }

    private Color capColor(Color text) {
        boolean plain = kind() == ButtonKind.SECONDARY || kind() == ButtonKind.DANGER || kind() == ButtonKind.LINK;
        return plain && isEnabled() && state() != ButtonState.DISABLED ? Tone.TEXT2.color() : text;
    }

    private void paintRow(Face face, Color text, int padAtScaleOne) {
        boolean big = arrangement == Arrangement.BIG;
        int middle = getHeight() / 2;
        int pad = Scale.px(padAtScaleOne);
        int right = getWidth() - (big ? Scale.px(21) : pad);
        String key = shownKey();
        if (key != null) {
            right = KeyCap.paint(face, key, new KeyCap.Place(right, middle, big), capColor(text)) - Scale.px(8);
        }
        if (value != null) {
            right = face.lineTo(value, Type.PAY.font(), text, right - Scale.px(6), middle) - Scale.px(8);
        }
        int x = pad;
        if (glyph != null) {
            x = face.icon(icon(), text, x, middle) + Scale.px(big ? 11 : 8);
        }
        Font font = type.font();
        int lines = getHeight() >= Scale.px(44) && !big ? 2 : 1;
        face.wrapped(getText(), font, text, new Face.Block(x, middle, right - x, lines, Face.Block.Place.MIDDLE));
    }

    private void paintStacked(Face face, Color text) {
        int pad = Scale.px(12);
        int top = Scale.px(19);
        String key = shownKey();
        if (key != null) {
            KeyCap.paint(face, key, new KeyCap.Place(getWidth() - Scale.px(10), top, false), capColor(text));
        }
        if (glyph != null && Look.textSize().percent() < 115) {
            face.icon(icon(), text, pad - Scale.px(1), top);
        }
        int bottom = getHeight() - Scale.px(10);
        int width = getWidth() - pad - Scale.px(6);
        face.wrapped(getText(), type.font(), text, new Face.Block(pad, bottom, width, 1, Face.Block.Place.BOTTOM));
    }

    private void paintAmount(Face face, Color text) {
        int pad = Scale.px(14);
        int top = Scale.px(20);
        Color quiet = state() == ButtonState.DISABLED ? text : Tone.TEXT2.color();
        face.line(getText(), type.font(), quiet, pad, top);
        String key = shownKey();
        if (key != null) {
            KeyCap.paint(face, key, new KeyCap.Place(getWidth() - Scale.px(12), top, false), quiet);
        }
        Color amount = state() == ButtonState.DISABLED ? text : Tone.TEXT.color();
        if (value != null) {
            int bottom = getHeight() - Scale.px(10);
            int width = getWidth() - 2 * pad;
            face.wrapped(
                    value, Type.QUICK.font(), amount, new Face.Block(pad, bottom, width, 1, Face.Block.Place.BOTTOM));
        }
    }

    private void paintCentered(Face face, Color text) {
        String key = shownKey();
        int middle = getHeight() / 2 - (key == null ? 0 : Scale.px(10));
        face.centered(getText(), type.font(), text, middle);
        if (key != null) {
            int width = KeyCap.width(this, key, false);
            KeyCap.paint(face, key, new KeyCap.Place((getWidth() + width) / 2, middle + Scale.px(23), false), text);
        }
    }

    private void paintIcon(Face face, Color text) {
        GlyphIcon icon = icon();
        String key = shownKey();
        if (key == null) {
            face.icon(icon, text, (getWidth() - icon.getIconWidth()) / 2, getHeight() / 2);
        } else {
            face.icon(icon, text, Scale.px(10), getHeight() / 2);
            KeyCap.paint(
                    face, key, new KeyCap.Place(getWidth() - Scale.px(10), getHeight() / 2, false), capColor(text));
        }
    }

    private GlyphIcon icon() {
        return (glyph == null ? Glyph.DOTS : glyph).icon(kind() == ButtonKind.KEY ? 26 : arrangement.iconSize);
    }

    private enum Arrangement {
        ROW(52, 20),
        BIG(76, 28),
        STACKED(60, 20),
        AMOUNT(96, 20),
        CENTERED(72, 24),
        ICON(44, 20);

        private final int height;
        private final int iconSize;

        Arrangement(int height, int iconSize) {
            this.height = height;
            this.iconSize = iconSize;
        }
    }
}
