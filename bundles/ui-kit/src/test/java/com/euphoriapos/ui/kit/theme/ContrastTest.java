package com.euphoriapos.ui.kit.theme;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Computes the contrast of what is written on what, from the theme in use. */
class ContrastTest {
    @AfterAll
    static void leaveTheLightTheme() {
        Look.install(LookSettings.standard());
    }

    @Test
    void theLightThemeCanBeRead() {
        check(Theme.LIGHT);
        assertEquals(18.2, ratio(Tone.TEXT, Tone.SURFACE), 0.1);
        assertEquals(8.1, ratio(Tone.CHANGE, Tone.SAVINGS_TINT), 0.1);
        assertEquals(6.3, ratio(Tone.ON_PAY, Tone.PAY), 0.1);
        assertEquals(3.5, ratio(Tone.BORDER, Tone.SURFACE), 0.1);
    }

    @Test
    void theDarkThemeCanBeRead() {
        check(Theme.DARK);
        assertEquals(15.4, ratio(Tone.TEXT, Tone.SURFACE), 0.1);
        assertEquals(8.1, ratio(Tone.CHANGE, Tone.SAVINGS_TINT), 0.1);
        assertEquals(9.1, ratio(Tone.ON_PAY, Tone.PAY), 0.1);
        assertEquals(4.4, ratio(Tone.BORDER, Tone.SURFACE), 0.1);
    }

    private static void check(Theme theme) {
        Look.install(new LookSettings(theme, 100, TextSize.NORMAL, false));
        assertEquals(theme, Look.theme());
        assertAll(
                () -> words(7, Tone.TEXT, Tone.SURFACE, Tone.CANVAS, Tone.SUBTLE, Tone.ACCENT_TINT),
                () -> words(4.5, Tone.TEXT2, Tone.SURFACE, Tone.CANVAS, Tone.SUBTLE, Tone.ACCENT_TINT),
                () -> words(7, Tone.CHANGE, Tone.SAVINGS_TINT),
                () -> words(4.5, Tone.SAVINGS, Tone.SURFACE, Tone.SAVINGS_TINT),
                () -> words(4.5, Tone.ACCENT_TEXT, Tone.SURFACE, Tone.ACCENT_TINT),
                () -> words(4.5, Tone.ON_ACCENT, Tone.ACCENT),
                () -> words(4.5, Tone.ON_PAY, Tone.PAY),
                () -> words(4.5, Tone.OK, Tone.SURFACE),
                () -> words(4.5, Tone.WARN, Tone.WARN_TINT, Tone.SURFACE),
                () -> words(4.5, Tone.DANGER, Tone.DANGER_TINT, Tone.SURFACE),
                () -> words(4.5, Tone.ON_TRAINING, Tone.TRAINING),
                () -> words(4.5, Tone.ON_INVERSE, Tone.INVERSE),
                () -> words(4.5, Tone.INVERSE_ACCENT, Tone.INVERSE),
                () -> words(3, Tone.BORDER, Tone.SURFACE),
                () -> words(3, Tone.INVERSE_OK, Tone.INVERSE),
                () -> Arrays.stream(Department.values()).forEach(ContrastTest::department));
    }

    private static void department(Department department) {
        assertTrue(ratio(department.color(), Tone.SURFACE.color()) >= 3, department + "'s dot");
        assertTrue(ratio(Tone.TEXT.color(), department.tile()) >= 7, department + "'s name");
        assertTrue(ratio(Tone.TEXT2.color(), department.tile()) >= 4.5, department + "'s size");
    }

    private static void words(double atLeast, Tone words, Tone... grounds) {
        for (Tone ground : grounds) {
            double ratio = ratio(words, ground);
            assertTrue(ratio >= atLeast, words + " on " + ground + " is " + ratio);
        }
    }

    private static double ratio(Tone words, Tone ground) {
        return ratio(words.color(), ground.color());
    }

    private static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
