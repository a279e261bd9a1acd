package com.euphoriapos.device.javapos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import jpos.events.ErrorEvent;
import jpos.events.OutputCompleteEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receipt printer service at UnifiedPOS 1.14 over a {@link PrinterPort}: it checks every call, reads escape sequences, keeps
 * the output queue and the transaction, and hands the port whole jobs of {@link PrintItem}s. A subclass only brings the port.
 */
public abstract class PosPrinterServiceBase extends PrinterProperties {
    /**
     * Direct command: puts 1 into the array when the printer confirmed the last synchronous job, 0 when it did not. This tells
     * apart what the standard does not: "everything was sent" and "it is on paper".
     */
    public static final int DIRECT_LAST_CONFIRMED = 7_001;

    private static final Logger LOG = LoggerFactory.getLogger(PosPrinterServiceBase.class);
    private static final long PICTURE_BYTES_MAX = 2_000_000;

    private final PrinterPort port;
    private final AtomicInteger outputIds = new AtomicInteger();
    private final Map<Integer, List<PrintItem>> stored = new ConcurrentHashMap<>();
    private volatile @Nullable PrintQueue queue;
    private volatile @Nullable List<PrintItem> transaction;
    private volatile boolean lastConfirmed;
    private volatile int errorLevel = POSPrinterConst.PTR_EL_NONE;
    private volatile String errorText = "";

    /** A service over this port. */
    protected PosPrinterServiceBase(ServiceInfo info, PrinterPort port) {
        super(info, port);
        this.port = port;
    }

    @Override
    protected final void opened() {
        super.opened();
        stored.clear();
        transaction = null;
        forgetError();
    }

    @Override
    protected final void enable() throws JposException {
        PrintQueue fresh = new PrintQueue(port, new Asynchronous());
        port.start(this::changed);
        fresh.start(port.resource());
        queue = fresh;
    }

    @Override
    protected final void disable() {
        PrintQueue ending = queue;
        queue = null;
        transaction = null;
        if (ending != null) {
            ending.end();
        }
        port.stop();
    }

    @Override
    protected final String probe() throws JposException {
        return port.probe();
    }

    @Override
    protected final void checkExternally() throws JposException {
        print(List.of(new PrintItem.Text("Printer check\n", TextStyle.PLAIN)));
    }

    @Override
    public final void directIO(int command, int[] data, Object object) throws JposException {
        requireOpen();
        if (command != DIRECT_LAST_CONFIRMED || data == null || data.length == 0) {
            throw JposErrors.illegal("this printer knows only the direct command " + DIRECT_LAST_CONFIRMED);
        }
        data[0] = lastConfirmed ? 1 : 0;
    }

    // ---- printing ----

    @Override
    public final void printNormal(int station, String data) throws JposException {
        requireReceipt(station);
        print(parsed(data));
    }

    @Override
    public final void printImmediate(int station, String data) throws JposException {
        requireReceipt(station);
        note(running().print(job(parsed(data), true)));
    }

    @Override
    public final void cutPaper(int percentage) throws JposException {
        requireEnabled();
        if (!traits().cutter() || percentage < 0 || percentage > POSPrinterConst.PTR_CP_FULLCUT) {
            throw JposErrors.illegal("this printer can't cut " + percentage + " %");
        }
        if (percentage > 0) {
            print(List.of(new PrintItem.Cut(percentage, false)));
        }
    }

    @Override
    public final void printBarCode(
            int station, String data, int symbology, int height, int width, int alignment, int textPosition)
            throws JposException {
        requireReceipt(station);
        if (!traits().symbologies().contains(symbology)) {
            throw JposErrors.illegal("this printer has no symbology " + symbology);
        }
        if (data == null || data.isEmpty() || height <= 0 || width <= 0 || width > traits().dotsWide()) {
            throw JposErrors.illegal("a barcode has data, a height, and a width that fits the paper");
        }
        requireAlignment(alignment);
        boolean textKnown = textPosition == POSPrinterConst.PTR_BC_TEXT_NONE
                || textPosition == POSPrinterConst.PTR_BC_TEXT_ABOVE
                || textPosition == POSPrinterConst.PTR_BC_TEXT_BELOW;
        if (!textKnown) {
            throw JposErrors.illegal("there is no text position " + textPosition);
        }
        print(List.of(new PrintItem.Barcode(data, symbology, height, width, alignment, textPosition)));
    }

    @Override
    public final void printBitmap(int station, String fileName, int width, int alignment) throws JposException {
        requireReceipt(station);
        print(List.of(picture(fileName, width, alignment)));
    }

    @Override
    public final void printMemoryBitmap(int station, byte[] data, int type, int width, int alignment)
            throws JposException {
        requireReceipt(station);
        requirePicture(width, alignment);
        if (data == null || data.length == 0 || data.length > PICTURE_BYTES_MAX) {
            throw JposErrors.illegal("a picture has 1 to " + PICTURE_BYTES_MAX + " bytes");
        }
        print(List.of(new PrintItem.Picture(data.clone(), width, alignment)));
    }

    @Override
    public final void setBitmap(int number, int station, String fileName, int width, int alignment)
            throws JposException {
        requireReceipt(station);
        if (number < 1 || number > 20) {
            throw JposErrors.illegal("pictures have the numbers 1 to 20");
        }
        if (fileName == null || fileName.isEmpty()) {
            stored.remove(number);
        } else {
            stored.put(number, List.of(picture(fileName, width, alignment)));
        }
    }

    @Override
    public final void setLogo(int location, String data) throws JposException {
        requireEnabled();
        if (location != POSPrinterConst.PTR_L_TOP && location != POSPrinterConst.PTR_L_BOTTOM) {
            throw JposErrors.illegal("a logo stands at the top or at the bottom");
        }
        stored.put(location == POSPrinterConst.PTR_L_TOP ? -1 : -2, parsed(data));
    }

    @Override
    public final void transactionPrint(int station, int control) throws JposException {
        requireReceipt(station);
        List<PrintItem> collected = transaction;
        if (control == POSPrinterConst.PTR_TP_TRANSACTION) {
            if (collected != null) {
                throw JposErrors.illegal("a transaction is open already");
            }
            transaction = new ArrayList<>();
        } else if (control == POSPrinterConst.PTR_TP_NORMAL) {
            if (collected == null) {
                throw JposErrors.illegal("no transaction is open");
            }
            transaction = null;
            print(List.copyOf(collected));
        } else {
            throw JposErrors.illegal("there is no transaction control " + control);
        }
    }

    @Override
    public final void validateData(int station, String data) throws JposException {
        requireReceipt(station);
        EscapeParser.Parsed parsed = EscapeParser.parse(data, traits(), this::stored);
        if (!parsed.dropped().isEmpty()) {
            throw JposErrors.illegal("this printer can't do " + parsed.dropped().get(0));
        }
    }

    @Override
    public final void clearOutput() throws JposException {
        requireClaim();
        transaction = null;
        PrintQueue running = queue;
        if (running != null) {
            running.clear();
        }
        forgetError();
        state(JposConst.JPOS_S_IDLE);
    }

    private List<PrintItem> stored(int number) {
        return stored.getOrDefault(number, List.of());
    }

    private List<PrintItem> parsed(String data) throws JposException {
        if (data == null) {
            throw JposErrors.illegal("there is nothing to print");
        }
        EscapeParser.Parsed parsed = EscapeParser.parse(data, traits(), this::stored);
        if (!parsed.dropped().isEmpty()) {
            LOG.debug("Print data had what this printer can't do: {}", parsed.dropped());
        }
        return parsed.items();
    }

    private PrintItem picture(String fileName, int width, int alignment) throws JposException {
        requirePicture(width, alignment);
        try {
            Path file = Path.of(fileName);
            if (!Files.isRegularFile(file)) {
                throw new JposException(JposConst.JPOS_E_NOEXIST, "there is no picture " + fileName);
            }
            if (Files.size(file) > PICTURE_BYTES_MAX) {
                throw new JposException(
                        JposConst.JPOS_E_EXTENDED, POSPrinterConst.JPOS_EPTR_TOOBIG, fileName + " is too big");
            }
            return new PrintItem.Picture(Files.readAllBytes(file), width, alignment);
        } catch (IOException | InvalidPathException e) {
            throw JposErrors.failure("can't read the picture " + fileName, e);
        }
    }

    private void requirePicture(int width, int alignment) throws JposException {
        requireAlignment(alignment);
        boolean fits = width == POSPrinterConst.PTR_BM_ASIS || width > 0 && width <= traits().dotsWide();
        if (!traits().pictures() || !fits) {
            throw JposErrors.illegal("this printer can't print that picture");
        }
    }

    private void requireAlignment(int alignment) throws JposException {
        if (alignment < POSPrinterConst.PTR_BC_RIGHT || alignment >= traits().dotsWide()) {
            throw JposErrors.illegal("there is no alignment " + alignment);
        }
    }

    private void requireReceipt(int station) throws JposException {
        requireEnabled();
        if (station != POSPrinterConst.PTR_S_RECEIPT) {
            throw JposErrors.illegal("this printer has the receipt station only, not " + station);
        }
    }

    private PrintQueue running() throws JposException {
        PrintQueue running = queue;
        if (running == null) {
            throw JposErrors.disabled();
        }
        return running;
    }

    private PrintJob job(List<PrintItem> items, boolean immediate) throws JposException {
        return new PrintJob(items, getCharacterSet(), getRecLineChars(), immediate);
    }

    private void print(List<PrintItem> items) throws JposException {
        List<PrintItem> collecting = transaction;
        if (collecting != null) {
            synchronized (collecting) {
                collecting.addAll(items);
            }
            return;
        }
        if (getAsyncMode()) {
            state(JposConst.JPOS_S_BUSY);
            running().add(job(items, false), outputIds.incrementAndGet());
            return;
        }
        forgetError();
        state(JposConst.JPOS_S_BUSY);
        try {
            note(running().print(job(items, false)));
        } catch (JposException e) {
            count("failedJobs");
            remember(e);
            throw e;
        } finally {
            PrintQueue still = queue;
            if (still == null || !still.busy()) {
                state(JposConst.JPOS_S_IDLE);
            }
        }
    }

    private void note(PrinterPort.Outcome outcome) {
        count("jobs");
        lastConfirmed = outcome == PrinterPort.Outcome.CONFIRMED;
        if (!lastConfirmed) {
            count("unconfirmedJobs");
        }
    }

    /** What asynchronous jobs lead to. */
    private final class Asynchronous implements PrintQueue.Observer {
        @Override
        public void printed(int outputId) {
            count("jobs");
            forgetError();
            fire(c -> c.fireOutputCompleteEvent(new OutputCompleteEvent(c.getEventSource(), outputId)));
        }

        @Override
        public boolean retries(JposException failure) {
            count("failedJobs");
            remember(failure);
            state(JposConst.JPOS_S_ERROR);
            ErrorAnswer answer = new ErrorAnswer();
            fire(c -> {
                ErrorEvent event = new ErrorEvent(
                        c.getEventSource(),
                        failure.getErrorCode(),
                        failure.getErrorCodeExtended(),
                        JposConst.JPOS_EL_OUTPUT,
                        JposConst.JPOS_ER_RETRY);
                c.fireErrorEvent(event);
                answer.give(event.getErrorResponse() != JposConst.JPOS_ER_CLEAR);
            });
            boolean retry = answer.await(() -> queue != null);
            state(retry ? JposConst.JPOS_S_BUSY : JposConst.JPOS_S_IDLE);
            return retry;
        }

        @Override
        public void idle() {
            state(JposConst.JPOS_S_IDLE);
            if (flagWhenIdle()) {
                flagWhenIdle(false);
                fireStatus(POSPrinterConst.PTR_SUE_IDLE);
            }
        }
    }

    // ---- properties of output ----

    @Override
    public final int getOutputID() throws JposException {
        requireOpen();
        return outputIds.get();
    }

    @Override
    public final void setFlagWhenIdle(boolean flag) throws JposException {
        requireOpen();
        PrintQueue running = queue;
        if (flag && (running == null || !running.busy())) {
            fireStatus(POSPrinterConst.PTR_SUE_IDLE);
        } else {
            flagWhenIdle(flag);
        }
    }

    @Override
    public final int getErrorLevel() throws JposException {
        requireOpen();
        return errorLevel;
    }

    @Override
    public final int getErrorStation() throws JposException {
        requireOpen();
        return POSPrinterConst.PTR_S_RECEIPT;
    }

    @Override
    public final String getErrorString() throws JposException {
        requireOpen();
        return errorText;
    }

    private void remember(JposException failure) {
        errorLevel = POSPrinterConst.PTR_EL_RECOVERABLE;
        errorText = String.valueOf(failure.getMessage());
    }

    private void forgetError() {
        errorLevel = POSPrinterConst.PTR_EL_NONE;
        errorText = "";
    }
}
