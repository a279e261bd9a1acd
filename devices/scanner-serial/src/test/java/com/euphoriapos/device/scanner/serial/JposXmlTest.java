package com.euphoriapos.device.scanner.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import jpos.JposConst;
import jpos.JposException;
import jpos.Scanner;
import org.junit.jupiter.api.Test;

/** A standard JavaPOS program, with a flat class path and a jpos.xml, in a JVM of its own: its loader is set up only once. */
class JposXmlTest {
    /** The program. */
    static final class Program {
        private Program() {}

        /** Opens the scanner of the file and says what it is; fails at the first surprise. */
        public static void main(String[] arguments) throws JposException {
            Scanner scanner = new Scanner();
            scanner.open("scannerFromFile");
            scanner.claim(1_000);
            assertEquals(1_014_000, scanner.getDeviceServiceVersion());
            assertEquals("Serial barcode scanner at /dev/no-such-port", scanner.getPhysicalDeviceDescription());
            JposException refused = assertThrows(JposException.class, () -> scanner.setDeviceEnabled(true));
            assertEquals(JposConst.JPOS_E_NOHARDWARE, refused.getErrorCode());
            scanner.close();
        }
    }

    @Test
    void opensTheScannerThatAJposXmlNames() throws IOException, InterruptedException, URISyntaxException {
        URL resource = Objects.requireNonNull(JposXmlTest.class.getResource("/jpos.xml"));
        Path file = Path.of(resource.toURI());
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djpos.config.populatorFile=" + file,
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        Program.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(true, program.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, program.exitValue(), said);
    }
}
