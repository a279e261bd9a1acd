package com.euphoriapos.device.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.printer.escpos.encoder.CodePage;
import com.euphoriapos.device.printer.escpos.encoder.StatusCapability;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
    @Test
    void needsOnlyTheAddress() {
        EscPosSettings settings = read(Map.of());

        assertEquals(48, settings.profile().columns());
        assertEquals(CodePage.CP858, settings.page());
        assertEquals(StatusCapability.ASB, settings.profile().status());
        assertTrue(settings.drawer().isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "address, 10.0.0.1:9100",
        "address, ''",
        "address, tcp:printer",
        "profile, acme",
        "columns, 7",
        "columns, many",
        "columns, 200",
        "codePage, 1251",
        "status, sometimes",
        "drawerPin, 3",
        "drawerPulseMillis, 5000",
        "drawerStatusInverted, maybe",
        "answerMillis, 1",
        "confirmMillis, 0",
        "lingerMillis, -1",
        "pollMillis, 1.5"
    })
    void namesOriginAndKeyOfAWrongValue(String key, String value) {
        IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class, () -> read(Map.of(key, value)));

        String message = String.valueOf(wrong.getMessage());
        assertTrue(message.startsWith("device.printer.escpos: " + key + ": "), message);
        assertTrue(message.length() > key.length() + 35, message);
    }

    @Test
    void refusesACodePageThatTheProfileLacks() {
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class, () -> read(Map.of("profile", "text-80", "codePage", "858")));

        assertTrue(String.valueOf(wrong.getMessage()).contains("text-80"), wrong.getMessage());
    }

    @Test
    void offersPrinterAndDrawerUnderTheirNames() {
        EscPosLabels labels =
                EscPosLabels.of("p1", "receipt", "Printer", Map.of("address", "tcp:127.0.0.1:9100?writeMillis=900"));

        assertEquals("p1", labels.printer().get("jpos.logicalName"));
        assertEquals("POSPrinter", labels.printer().get("jpos.category"));
        assertEquals("tcp:127.0.0.1:9100", labels.printer().get("device.connection"));
        assertEquals("p1-drawer", labels.drawer().orElseThrow().get("jpos.logicalName"));
        assertEquals("CashDrawer", labels.drawer().orElseThrow().get("jpos.category"));
        assertTrue(EscPosLabels.of("p1", "receipt", "P", Map.of("address", "tcp:h:1", "drawerPin", "none"))
                .drawer()
                .isEmpty());
    }

    @Test
    void refusesAWrongId() {
        assertThrows(
                IllegalArgumentException.class,
                () -> EscPosLabels.of("a b", "receipt", "P", Map.of("address", "tcp:h:1")));
    }

    private static EscPosSettings read(Map<String, String> changes) {
        Map<String, String> values = new HashMap<>(Map.of("address", "tcp:127.0.0.1:9100"));
        values.putAll(changes);
        return new SettingsReader("device.printer.escpos", values).read();
    }
}
