package com.euphoriapos.device.printer.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.device.javapos.PowerStatus;
import com.euphoriapos.device.javapos.PrinterPort.Outcome;
import com.euphoriapos.device.javapos.PrinterPort.Paper;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.printer.EscPosEmulator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jpos.JposException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The printer on a serial port: socat makes the port and leads it to the emulator. */
@Timeout(120)
class SerialPrinterTest {
    @Test
    void printsAndReadsTheStateOverASerialPort(@TempDir Path folder)
            throws IOException, InterruptedException, JposException {
        requireSocat();
        Path port = folder.resolve("printer-port");
        EscPosEmulator printer = EscPosEmulator.start(48);
        Process cable = cable(port, printer);
        Map<String, String> serial = Map.of("address", "serial:" + port + "?baud=115200", "answerMillis", "2000");
        try (Printing lane = Printing.with(printer, serial)) {
            lane.await("online", s -> s.power() == PowerStatus.ONLINE);
            lane.drawer.pulse();
            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.full()));
            assertEquals(1, printer.receipts().size());
            assertEquals(List.of(2), printer.pulses());

            printer.paperOutAfter(0);
            lane.await("paper out", s -> s.paper() == Paper.OUT);
            printer.loadPaper();
            lane.await("paper in", s -> s.paper() == Paper.OK);

            end(cable);
            lane.await("unplugged", s -> s.power() == PowerStatus.OFF_OFFLINE);
            cable = cable(port, printer);
            lane.await("plugged in again", s -> s.power() == PowerStatus.ONLINE);
            assertEquals(Outcome.CONFIRMED, lane.print(Receipts.small(2)));
            assertEquals(List.of(), printer.problems());
        } finally {
            end(cable);
        }
    }

    private static void requireSocat() {
        boolean found = false;
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            found |= Files.isExecutable(Path.of(place, "socat"));
        }
        if (Boolean.getBoolean("pos.require.tools")) {
            assertTrue(found, "socat is not installed, and pos.require.tools demands it");
        }
        Assumptions.assumeTrue(found, "socat is not installed, so a serial port can't be made");
    }

    private static Process cable(Path port, EscPosEmulator printer) throws IOException {
        Files.deleteIfExists(port);
        Process socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + port, "tcp:127.0.0.1:" + printer.port())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Await.until("the serial port is there", () -> Files.exists(port));
        return socat;
    }

    private static void end(Process socat) throws InterruptedException {
        socat.destroy();
        assertTrue(socat.waitFor(60, TimeUnit.SECONDS), "socat did not end");
    }
}
