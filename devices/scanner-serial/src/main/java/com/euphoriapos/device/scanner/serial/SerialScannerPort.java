package com.euphoriapos.device.scanner.serial;

import com.euphoriapos.device.io.ByteLink;
import com.euphoriapos.device.io.CaptureRing;
import com.euphoriapos.device.io.LinkListener;
import com.euphoriapos.device.io.Pace;
import com.euphoriapos.device.io.ReconnectingLink;
import com.euphoriapos.device.io.ScanFramer;
import com.euphoriapos.device.javapos.JposErrors;
import com.euphoriapos.device.javapos.PowerStatus;
import com.euphoriapos.device.javapos.ScannerPort;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jpos.JposException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scanner on a byte link that is kept up; what its bytes mean is the framer's business. */
final class SerialScannerPort implements ScannerPort {
    private static final Logger LOG = LoggerFactory.getLogger(SerialScannerPort.class);
    private static final int FIRST_WORD_MILLIS = 2_500;

    private final String resource;
    private final Supplier<ByteLink> links;
    private final Pace pace;
    private final CaptureRing capture;
    private final Object guard = new Object();
    private @Nullable ReconnectingLink link;

    SerialScannerPort(String resource, Supplier<ByteLink> links, Pace pace, CaptureRing capture) {
        this.resource = resource;
        this.links = links;
        this.pace = pace;
        this.capture = capture;
    }

    @Override
    public String resource() {
        return resource;
    }

    /** What went over the wire last, for support. */
    List<String> captured() {
        return capture.lines();
    }

    @Override
    public void start(Consumer<Signal> listener) {
        Wire wire = new Wire(listener);
        ReconnectingLink fresh = new ReconnectingLink(links.get(), pace, capture, wire);
        synchronized (guard) {
            link = fresh;
        }
        fresh.start();
        wire.awaitFirstWord();
    }

    @Override
    public void stop() {
        ReconnectingLink ending;
        synchronized (guard) {
            ending = link;
            link = null;
        }
        if (ending != null) {
            ending.close();
        }
    }

    @Override
    public String probe() throws JposException {
        ReconnectingLink current;
        synchronized (guard) {
            current = link;
        }
        if (current == null || !current.connected()) {
            throw JposErrors.offline("the scanner at " + resource + " can't be reached");
        }
        return "connected to " + resource + ", opened " + current.openings() + " times";
    }

    /** What the link's thread calls. */
    private final class Wire implements LinkListener {
        private final Consumer<Signal> listener;
        private final ScanFramer framer;
        private final CountDownLatch firstWord = new CountDownLatch(1);

        Wire(Consumer<Signal> listener) {
            this.listener = listener;
            this.framer = new ScanFramer(code -> listener.accept(new Code(code)));
        }

        void awaitFirstWord() {
            try {
                if (!firstWord.await(FIRST_WORD_MILLIS, TimeUnit.MILLISECONDS)) {
                    listener.accept(new Power(PowerStatus.OFF_OFFLINE));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void opened() {
            framer.drop();
            listener.accept(new Power(PowerStatus.ONLINE));
            firstWord.countDown();
        }

        @Override
        public void received(byte[] bytes) {
            framer.accept(bytes);
        }

        @Override
        public void quiet() {
            if (framer.pending()) {
                framer.idle();
            }
        }

        @Override
        public void lost(String reason) {
            if (framer.drop()) {
                LOG.info("The scanner at {} went away in the middle of a code, which is dropped", resource);
            }
            LOG.debug("The scanner at {} can't be reached: {}", resource, reason);
            listener.accept(new Power(PowerStatus.OFF_OFFLINE));
            firstWord.countDown();
        }

        @Override
        public int readTimeoutMillis() {
            return framer.pending() ? ScanFramer.IDLE_MILLIS : 500;
        }
    }
}
