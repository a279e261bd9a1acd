package com.euphoriapos.device.scanner.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.io.SerialSettings;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jpos.ScannerConst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerSettingsTest {
    /** A configuration as the component runtime would hand it over. */
    private record Given(String port, String id, int baud, String parity) implements SerialScanner.Config {
        @Override
        public String role() {
            return "sale";
        }

        @Override
        public String model() {
            return "Serial barcode scanner";
        }

        @Override
        public int dataBits() {
            return 8;
        }

        @Override
        public int stopBits() {
            return 1;
        }

        @Override
        public String flow() {
            return "none";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SerialScanner.Config.class;
        }
    }

    @Test
    void namesTheKeyOfWhatIsNoNumber() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> ScannerSettings.checkNumbers(Map.of("baud", "fast")));

        assertEquals("device.scanner.serial: baud is a whole number, not fast", refused.getMessage());
        ScannerSettings.checkNumbers(Map.of("baud", "9600", "port", "/dev/ttyACM0"));
    }

    @Test
    void labelsTheFactorySoThatJavaPosFindsIt() {
        ScannerSettings settings = ScannerSettings.from(new Given("/dev/ttyACM0", "scanner-1", 9_600, "even"));

        Map<String, Object> labels = settings.labels();

        assertEquals("scanner-1", labels.get("jpos.logicalName"));
        assertEquals("Scanner", labels.get("jpos.category"));
        assertEquals("/dev/ttyACM0", labels.get("jpos.prop.port"));
        assertEquals(SerialSettings.Parity.EVEN, settings.serial().parity());
        assertEquals(
                settings.serial(),
                ScannerSettings.serial(Map.of("port", "/dev/ttyACM0", "baud", "9600", "parity", "EVEN")));
    }

    @ParameterizedTest
    @CsvSource({
        "'',scanner-1,9600,none,port is empty",
        "/dev/ttyACM0,scanner-1,12,none,'baud is 300 to 921600, not 12'",
        "/dev/ttyACM0,scanner-1,9600,mark,'parity is one of [none, odd, even], not mark'",
        "/dev/ttyACM0,my scanner,9600,none,id is 1 to 40 letters"
    })
    void namesPidKeyAndReasonOfAWrongValue(String port, String id, int baud, String parity, String reason) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> ScannerSettings.from(new Given(port, id, baud, parity)));

        assertTrue(refused.getMessage().startsWith("device.scanner.serial: " + reason), refused::getMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "]E04006381333931,4006381333931,104",
        "]E0036000291452,036000291452,101",
        "]E496385074,96385074,103",
        "4006381333931,4006381333931,104",
        "036000291452,036000291452,101",
        "]C0HELLO,HELLO,110",
        "]C10104006381333931,0104006381333931,120",
        "]d20104006381333931,0104006381333931,208",
        "]Q30104006381333931,0104006381333931,209",
        "]Q1https://x.example,https://x.example,204",
        "]A0PART-7,PART-7,108",
        "]L0text,text,201"
    })
    void tellsTypeAndLabel(String data, String label, int type) {
        var scan = ScanTypes.decode(data.getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(label, new String(scan.label(), StandardCharsets.ISO_8859_1));
        assertEquals(type, scan.type());
    }

    @Test
    void answersForAnyBytes() {
        for (int b = 0; b < 256; b++) {
            var scan = ScanTypes.decode(new byte[] {']', (byte) b, (byte) b, (byte) b});
            assertTrue(scan.type() == ScannerConst.SCAN_SDT_UNKNOWN || scan.type() > 100);
        }
    }
}
