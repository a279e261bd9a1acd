package com.euphoriapos.ui.kit.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.FontMetrics;
import javax.swing.JLabel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TypeTest {
    @BeforeAll
    static void install() {
        Look.install(LookSettings.standard());
    }

    @Test
    void digitsHaveOneWidthInEverySize() {
        JLabel label = new JLabel();
        for (Type type : Type.values()) {
            FontMetrics metrics = label.getFontMetrics(type.font());
            for (char digit = '1'; digit <= '9'; digit++) {
                assertEquals(metrics.charWidth('0'), metrics.charWidth(digit), type + " " + digit);
            }
        }
    }

    @Test
    void theFontIsOurs() {
        for (Type type : Type.values()) {
            assertTrue(type.font().getFamily().startsWith("Inter Tabular"), type + ": " + type.font());
        }
        assertEquals(Font.BOLD, Type.TOTAL.font().getStyle());
    }

    @Test
    void showsNamesInLatinGreekAndCyrillic() {
        assertEquals(-1, Type.BODY.font().canDisplayUpTo("Añejo Größe Ψάρι Водка € £ − · × ↑ ↓"));
    }

    @Test
    void textSizeChangesTypeButNotTheTotal() {
        float total = Type.TOTAL.font().getSize2D();
        JLabel label = Type.BODY.on(new JLabel());
        Look.textSize(TextSize.LARGEST);
        try {
            assertEquals(14 * 1.3f, Type.BODY.font().getSize2D(), 0.01f);
            assertEquals(total, Type.TOTAL.font().getSize2D());
            Type.renew(label);
            assertEquals(Type.BODY.font(), label.getFont());
        } finally {
            Look.textSize(TextSize.NORMAL);
        }
    }

    @Test
    void suggestsAScaleThatLeavesRoomEnough() {
        assertEquals(100, Scale.suggestedPercent(1024, 768));
        assertEquals(100, Scale.suggestedPercent(1366, 768));
        assertEquals(150, Scale.suggestedPercent(1920, 1080));
        assertEquals(300, Scale.suggestedPercent(3840, 2160));
    }
}
