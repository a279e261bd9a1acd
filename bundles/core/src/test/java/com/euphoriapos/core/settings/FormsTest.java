package com.euphoriapos.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.euphoriapos.core.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormsTest {
    private static final List<Declaration> ALL =
            Declarations.of(Map.of(SettingsValues.TAX_RATES, "{\"standard\":1,\"food\":2}"));

    /** What is accepted is kept as it is told back; everything else is refused with a sentence, and by nothing else. */
    @Property(tries = 2_000)
    void whatIsAcceptedIsReadBackAsItWasToldBack(@ForAll("typed") String typed) {
        for (Declaration each : ALL) {
            String canonical;
            try {
                canonical = each.form().canonical(typed);
            } catch (IllegalArgumentException e) {
                assertFalse(String.valueOf(e.getMessage()).isBlank());
                continue;
            }
            assertEquals(canonical, each.form().canonical(canonical));
            String stored = each.changed(Optional.of("{\"standard\":1,\"food\":2}"), canonical);
            assertEquals(canonical, each.value(Map.of(each.row(), stored)));
            Json.parse(stored);
        }
    }

    @Property(tries = 60)
    void noStoredTextBreaksTheReading(@ForAll("stored") String stored) {
        for (Declaration each : ALL) {
            String value = each.value(Map.of(each.row(), stored));
            // A stored text may be longer than what can be typed today; then it is shown, and can't be saved as it is.
            assertFalse(value.indexOf('\r') >= 0);
        }
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(80),
                Arbitraries.strings()
                        .withChars(' ', '\n', '\r', 'a', '"', '\\', '€', '0', '.')
                        .ofMaxLength(30),
                Arbitraries.longs().between(-2, 200).map(String::valueOf),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                        .ofScale(4)
                        .map(BigDecimal::toPlainString),
                Arbitraries.of(
                        "true", "false", " true", "Europe/Dublin", "+02:00", "Mon-Sun 00:00-24:00", "Fri 18:00-02:00"));
    }

    @Provide
    Arbitrary<String> stored() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .alpha()
                        .numeric()
                        .withChars('{', '}', '[', ']', '"', ',', ':', '.')
                        .ofMaxLength(20),
                Arbitraries.of(
                        "1", "\"x\"", "[]", "[1]", "{}", "{\"standard\":\"x\"}", "null", "true", "1.5", "99999999999"));
    }
}
