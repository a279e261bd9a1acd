package com.euphoriapos.core.setup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Property(tries = 200)
    void readsWhatItWroteHoweverItIsTyped(@ForAll @IntRange(max = 3) int style) {
        RecoveryCode code = RecoveryCode.random(RANDOM);
        String text = code.text();
        assertTrue(text.matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}"), text);

        String typed =
                switch (style) {
                    case 0 -> text.toLowerCase(Locale.ROOT);
                    case 1 -> " " + text.replace("-", " \t") + "\n";
                    case 2 -> text.replace('0', 'O').replace('1', 'l');
                    default -> text.replace("-", "").replace('1', 'I').replace('0', 'o');
                };

        assertArrayEquals(code.pepper(), RecoveryCode.parse(typed).pepper());
        assertTrue(RecoveryCode.parse(typed).verifies(code.verifier()));
    }

    @Property(tries = 500)
    void noticesAMistypedCharacterOrNeverTakesItForTheCode(@ForAll @IntRange(max = 27) int place) {
        RecoveryCode code = RecoveryCode.random(RANDOM);
        StringBuilder typed = new StringBuilder(code.text().replace("-", ""));
        typed.setCharAt(place, typed.charAt(place) == 'Z' ? 'Y' : 'Z');

        try {
            assertFalse(RecoveryCode.parse(typed.toString()).verifies(code.verifier()));
        } catch (IllegalArgumentException e) {
            assertFalse(String.valueOf(e.getMessage()).contains(typed));
        }
    }

    @Test
    void saysWhatIsWrongWithATypedCode() {
        assertTrue(message("").contains("28 characters"));
        assertTrue(message("ABCD-EFGH").contains("this one has 8"));
        assertTrue(message("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-23U5").contains("place 27"));
    }

    @Test
    void keepsSecretsApart() {
        RecoveryCode code = RecoveryCode.random(RANDOM);

        assertFalse(code.verifier().contains(HexFormat.of().formatHex(code.pepper())));
        assertEquals(64, code.verifier().length());
        assertFalse(RecoveryCode.random(RANDOM).verifies(code.verifier()));
        assertEquals("RecoveryCode[…]", code.toString());
    }

    private static String message(String typed) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> RecoveryCode.parse(typed))
                .getMessage());
    }
}
