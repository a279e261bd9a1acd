package com.euphoriapos.ui.kit.theme;

import java.awt.Color;
import java.util.Objects;
import javax.swing.UIManager;

/** A colour by its meaning. The value comes from the theme in use at the moment of painting. */
public enum Tone {
    CANVAS("canvas"),
    SURFACE("surface"),
    SUBTLE("subtle"),
    LINE("line"),
    BORDER("border"),
    TEXT("text"),
    TEXT2("text2"),
    DISABLED("disabled"),
    ACCENT("accent"),
    ON_ACCENT("onAccent"),
    ACCENT_TINT("accentTint"),
    ACCENT_TEXT("accentText"),
    PAY("pay"),
    ON_PAY("onPay"),
    SAVINGS("savings"),
    SAVINGS_TINT("savingsTint"),
    CHANGE("change"),
    OK("ok"),
    WARN("warn"),
    WARN_TINT("warnTint"),
    DANGER("danger"),
    DANGER_TINT("dangerTint"),
    TRAINING("training"),
    ON_TRAINING("onTraining"),
    INVERSE("inverse"),
    ON_INVERSE("onInverse"),
    INVERSE_ACCENT("inverseAccent"),
    INVERSE_OK("inverseOk"),
    SHADE("shade");

    private final String key;

    Tone(String token) {
        this.key = "Pos." + token;
    }

    /** The key of this colour in {@link UIManager}, for example {@code Pos.savings}. */
    public String key() {
        return key;
    }

    /** The colour in the theme in use; magenta, which no theme has, before {@link Look#install}. */
    public Color color() {
        return Objects.requireNonNullElse(UIManager.getColor(key), Color.MAGENTA);
    }
}
