package com.euphoriapos.ui.kit.theme;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.util.Map;
import java.util.Objects;
import javax.swing.JComponent;
import javax.swing.UIManager;

/**
 * The scale of type. There are no sizes between: Swing rounds advances to whole pixels, and the missing sizes look loose.
 * Digits have one width at every size and weight.
 */
public enum Type {
    CAP(11.5f, 600, true),
    HEAD(12, 600, true),
    SMALL(13, 400, true),
    SMALL_STRONG(13, 600, true),
    BODY(14, 400, true),
    BODY_STRONG(14, 600, true),
    FIELD(16, 400, true),
    ITEM(16, 600, true),
    LINE_TOTAL(17, 600, true),
    QUANTITY(20, 700, true),
    PAY(24, 700, false),
    TITLE(24, 700, true),
    QUICK(26, 700, false),
    DIGIT(28, 600, false),
    GREETING(34, 700, true),
    MONEY_SMALL(34, 700, false),
    MONEY(44, 700, false),
    CHANGE_SMALL(56, 700, false),
    TOTAL_SMALL(60, 700, false),
    CHANGE(66, 700, false),
    TOTAL(68, 700, false),
    CHANGE_ALONE(72, 700, false);

    static final String FAMILY = "Inter Tabular";
    private static final String PROPERTY = "pos.type";

    private final float size;
    private final int weight;
    private final boolean follows;

    Type(float size, int weight, boolean followsTextSize) {
        this.size = size;
        this.weight = weight;
        this.follows = followsTextSize;
    }

    /** The font at the scale and text size in use. */
    public Font font() {
        return Objects.requireNonNullElseGet(UIManager.getFont(cacheKey()), this::make);
    }

    /** Gives a component this font and keeps it right when the text size changes. */
    public <C extends JComponent> C on(C component) {
        component.putClientProperty(PROPERTY, this);
        component.setFont(font());
        return component;
    }

    /** Renews the font of a component after a change of text size; does nothing where no type was given. */
    static void renew(JComponent component) {
        if (component.getClientProperty(PROPERTY) instanceof Type type) {
            component.setFont(type.font());
        }
    }

    String cacheKey() {
        return "Pos.type." + name();
    }

    Font make() {
        Face face = weight == 700 ? Face.BOLD : weight == 600 ? Face.SEMI_BOLD : Face.REGULAR;
        float points = Scale.px(size) * (follows ? Look.textSize().percent() / 100f : 1f);
        Font font = face.font().deriveFont(weight == 700 ? Font.BOLD : Font.PLAIN, points);
        // Large type is set tighter, as the typeface asks for; the smallest too, because whole pixels make it loose.
        float tracking = size >= 40 ? -0.03f : size >= 24 ? -0.015f : this == CAP ? -0.02f : 0f;
        return tracking == 0f ? font : font.deriveFont(Map.of(TextAttribute.TRACKING, tracking));
    }

    /** A file of the typeface. */
    enum Face {
        REGULAR("Regular"),
        SEMI_BOLD("SemiBold"),
        BOLD("Bold");

        private final String file;

        Face(String file) {
            this.file = file;
        }

        /** The end of its file's name. */
        String file() {
            return file;
        }

        /** Where {@link UIManager} keeps it. */
        String key() {
            return "Pos.face." + file;
        }

        /** At one point; by name while no look is installed. */
        Font font() {
            Font loaded = UIManager.getFont(key());
            return loaded == null ? new Font(FAMILY, this == REGULAR ? Font.PLAIN : Font.BOLD, 1) : loaded;
        }
    }
}
