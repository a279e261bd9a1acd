package com.euphoriapos.device.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.serial.SerialCable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteLinksTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "serial:/dev/ttyUSB0,serial:/dev/ttyUSB0",
        "serial:/dev/ttyUSB0?baud=115200&parity=even&flow=xonxoff,serial:/dev/ttyUSB0",
        "tcp:192.0.2.7:9100,tcp:192.0.2.7:9100",
        "tcp:[::1]:9100?writeMillis=900,tcp:::1:9100",
        "file:/dev/usb/lp0,file:/dev/usb/lp0"
    })
    void readsAddresses(String text, String address) {
        assertEquals(address, ByteLinks.parse(text).address());
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/ttyUSB0,does not begin with",
        "usb:1,does not begin with",
        "serial:,names no device",
        "serial:/dev/ttyUSB0?baud=fast,baud is a number",
        "serial:/dev/ttyUSB0?baud=1,baud is 300 to 921600",
        "serial:/dev/ttyUSB0?speed=9600,unknown in the address",
        "serial:/dev/ttyUSB0?parity=mark,parity is one of",
        "tcp:192.0.2.7,has no port",
        "tcp:192.0.2.7:0,not 1 to 65535"
    })
    void saysWhatIsWrongWithAnAddress(String text, String reason) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> ByteLinks.parse(text));
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused::getMessage);
    }

    @Test
    void freesAWriterWhosePeerTakesNothing() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ByteLink link = ByteLinks.parse("tcp:127.0.0.1:" + server.getLocalPort() + "?writeMillis=200")) {
            link.open();
            try (Socket deaf = server.accept()) {
                assertTrue(deaf.isConnected());
                IOException refused = assertThrows(IOException.class, () -> link.write(new byte[64 * 1024 * 1024]));
                assertTrue(String.valueOf(refused.getMessage()).contains("no more bytes"), refused::toString);
            }
        }
    }

    @Test
    void readsAndWritesOverTcpAndSeesTheEnd() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ByteLink link = ByteLinks.parse("tcp:127.0.0.1:" + server.getLocalPort())) {
            link.open();
            byte[] buffer = new byte[16];
            Socket peer = server.accept();
            assertEquals(0, link.read(buffer, 20));
            peer.getOutputStream().write("ok".getBytes(StandardCharsets.US_ASCII));
            assertEquals(2, link.read(buffer, 30_000));
            link.write(new byte[] {7});
            assertEquals(7, peer.getInputStream().read());
            peer.close();
            assertEquals(-1, link.read(buffer, 30_000));
        }
    }

    @Test
    void collectsInAPlainFile() throws IOException {
        Path file = folder.resolve("paper.bin");
        try (ByteLink link = ByteLinks.parse("file:" + file)) {
            link.open();
            link.write(new byte[] {1, 2});
            link.write(new byte[] {3});
            assertEquals(0, link.read(new byte[4], 10));
        }
        assertEquals(3, Files.size(file));
    }

    @Test
    void opensASerialPortOnceAndNoticesThatItGoes() throws IOException {
        try (SerialCable cable = new SerialCable(folder);
                ByteLink link = ByteLinks.parse("serial:" + cable.port());
                ByteLink second = ByteLinks.parse("serial:" + cable.port())) {
            link.open();
            assertThrows(IOException.class, second::open);
            cable.send(new byte[] {42});
            byte[] buffer = new byte[4];
            Await.until("the byte", () -> read(link, buffer) == 1 && buffer[0] == 42);
            assertTrue(link.present());
            cable.unplug();
            Await.until("gone", () -> read(link, buffer) < 0);
            assertFalse(link.present());
            link.close();
            assertThrows(IOException.class, link::open);
            cable.plug();
            link.open();
        }
    }

    private static int read(ByteLink link, byte[] buffer) {
        try {
            return link.read(buffer, 100);
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void masksCardNumbersInTheCaptureEvenInPieces() {
        CaptureRing ring = new CaptureRing("test", InstantSource.system());
        ring.received("x41111111".getBytes(StandardCharsets.US_ASCII), 9);
        ring.sent("1".getBytes(StandardCharsets.US_ASCII), 1);
        ring.received("11111111 4006381333931".getBytes(StandardCharsets.US_ASCII), 22);

        String all = String.join("\n", ring.lines());

        assertTrue(all.contains("|x********|") && all.contains("|****1111 4006381333931|"), all);
        assertFalse(all.contains("34 31 31 31"), "the hexadecimal side is masked too");
        for (int i = 0; i < 300; i++) {
            ring.sent(new byte[100], 100);
        }
        List<String> lines = ring.lines();
        assertEquals(200, lines.size());
        assertTrue(lines.get(0).endsWith("+36 bytes"), lines.get(0));
    }
}
