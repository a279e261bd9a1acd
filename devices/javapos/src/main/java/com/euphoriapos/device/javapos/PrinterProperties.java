package com.euphoriapos.device.javapos;

import java.util.List;
import java.util.stream.Collectors;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;

/** The properties of a receipt printer: what it can do, what it reports, and what an application may set. */
abstract class PrinterProperties extends ReceiptOnlyPrinter {
    private final PrinterPort port;
    private volatile PrinterPort.Status status =
            new PrinterPort.Status(PowerStatus.UNKNOWN, false, PrinterPort.Paper.OK);
    private volatile int characterSet;
    private volatile int lineChars;
    private volatile int lineSpacing;
    private volatile boolean mapCharacterSet;
    private volatile boolean letterQuality;
    private volatile boolean asyncMode;
    private volatile boolean flagWhenIdle;

    PrinterProperties(ServiceInfo info, PrinterPort port) {
        super(info, true, port.resource());
        this.port = port;
    }

    final PrinterTraits traits() {
        return port.traits();
    }

    @Override
    protected void opened() {
        characterSet = traits().characterSet();
        lineChars = traits().lineChars();
        lineSpacing = traits().lineHeight();
        mapCharacterSet = true;
        letterQuality = false;
        asyncMode = false;
        flagWhenIdle = false;
    }

    /** Takes what the port tells, and tells the application what changed. */
    final void changed(PrinterPort.Status now) {
        PrinterPort.Status before = status;
        status = now;
        power(now.power());
        if (traits().reportsStatus()) {
            if (before.coverOpen() != now.coverOpen()) {
                fireCover(now.coverOpen());
            }
            if (before.paper() != now.paper()) {
                firePaper(now.paper());
            }
        }
    }

    /** Tells what is not as it should be when the device has just been enabled. */
    @Override
    protected final void enabled() {
        PrinterPort.Status now = status;
        if (traits().reportsStatus()) {
            if (now.coverOpen()) {
                fireCover(true);
            }
            if (now.paper() != PrinterPort.Paper.OK) {
                firePaper(now.paper());
            }
        }
    }

    private void fireCover(boolean open) {
        if (mayFire()) {
            fireStatus(open ? POSPrinterConst.PTR_SUE_COVER_OPEN : POSPrinterConst.PTR_SUE_COVER_OK);
            fireStatus(open ? POSPrinterConst.PTR_SUE_REC_COVER_OPEN : POSPrinterConst.PTR_SUE_REC_COVER_OK);
        }
    }

    private void firePaper(PrinterPort.Paper paper) {
        if (mayFire()) {
            fireStatus(
                    switch (paper) {
                        case OUT -> POSPrinterConst.PTR_SUE_REC_EMPTY;
                        case NEAR_END -> POSPrinterConst.PTR_SUE_REC_NEAREMPTY;
                        case OK -> POSPrinterConst.PTR_SUE_REC_PAPEROK;
                    });
        }
    }

    private boolean mayFire() {
        // While the device is being enabled the state is only collected; enabled() tells it afterwards.
        return isEnabled();
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    private boolean has(boolean capability) throws JposException {
        requireOpen();
        return capability;
    }

    @Override
    public final int getCapPowerReporting() throws JposException {
        requireOpen();
        return JposConst.JPOS_PR_STANDARD;
    }

    @Override
    public final int getCapCharacterSet() throws JposException {
        requireOpen();
        return POSPrinterConst.PTR_CCS_ASCII;
    }

    @Override
    public final boolean getCapCoverSensor() throws JposException {
        return has(traits().reportsStatus());
    }

    @Override
    public final boolean getCapRecEmptySensor() throws JposException {
        return has(traits().reportsStatus());
    }

    @Override
    public final boolean getCapRecNearEndSensor() throws JposException {
        return has(traits().reportsStatus());
    }

    @Override
    public final boolean getCapRecBarCode() throws JposException {
        return has(!traits().symbologies().isEmpty());
    }

    @Override
    public final boolean getCapRecBitmap() throws JposException {
        return has(traits().pictures());
    }

    @Override
    public final boolean getCapRecPapercut() throws JposException {
        return has(traits().cutter());
    }

    @Override
    public final boolean getCapRecBold() throws JposException {
        return has(true);
    }

    @Override
    public final boolean getCapRecDhigh() throws JposException {
        return has(true);
    }

    @Override
    public final boolean getCapRecDwide() throws JposException {
        return has(true);
    }

    @Override
    public final boolean getCapRecDwideDhigh() throws JposException {
        return has(true);
    }

    @Override
    public final boolean getCapRecPresent() throws JposException {
        return has(true);
    }

    @Override
    public final boolean getCapRecUnderline() throws JposException {
        return has(true);
    }

    @Override
    public final boolean getCapTransaction() throws JposException {
        return has(true);
    }

    @Override
    public final boolean getCapMapCharacterSet() throws JposException {
        return has(true);
    }

    @Override
    public final boolean getCoverOpen() throws JposException {
        requireEnabled();
        return status.coverOpen();
    }

    @Override
    public final boolean getRecEmpty() throws JposException {
        requireEnabled();
        return status.paper() == PrinterPort.Paper.OUT;
    }

    @Override
    public final boolean getRecNearEnd() throws JposException {
        requireEnabled();
        return status.paper() != PrinterPort.Paper.OK;
    }

    @Override
    public final boolean getAsyncMode() throws JposException {
        return has(asyncMode);
    }

    @Override
    public final void setAsyncMode(boolean async) throws JposException {
        requireOpen();
        asyncMode = async;
    }

    final boolean flagWhenIdle() {
        return flagWhenIdle;
    }

    final void flagWhenIdle(boolean flag) {
        flagWhenIdle = flag;
    }

    @Override
    public final boolean getFlagWhenIdle() throws JposException {
        return has(flagWhenIdle);
    }

    @Override
    public final int getCharacterSet() throws JposException {
        requireOpen();
        return characterSet;
    }

    @Override
    public final void setCharacterSet(int set) throws JposException {
        requireEnabled();
        if (!traits().characterSets().contains(set)) {
            throw JposErrors.illegal("character set " + set + " is none of " + getCharacterSetList());
        }
        characterSet = set;
    }

    @Override
    public final String getCharacterSetList() throws JposException {
        requireOpen();
        return list(traits().characterSets());
    }

    @Override
    public final boolean getMapCharacterSet() throws JposException {
        return has(mapCharacterSet);
    }

    /** Text is Unicode for this service either way, so mapping is always on. */
    @Override
    public final void setMapCharacterSet(boolean map) throws JposException {
        requireOpen();
        mapCharacterSet = map;
    }

    @Override
    public final int getMapMode() throws JposException {
        requireOpen();
        return POSPrinterConst.PTR_MM_DOTS;
    }

    @Override
    public final void setMapMode(int mode) throws JposException {
        requireOpen();
        if (mode != POSPrinterConst.PTR_MM_DOTS) {
            throw JposErrors.illegal("this printer measures in dots only");
        }
    }

    @Override
    public final boolean getRecLetterQuality() throws JposException {
        return has(letterQuality);
    }

    @Override
    public final void setRecLetterQuality(boolean quality) throws JposException {
        requireEnabled();
        letterQuality = quality;
    }

    @Override
    public final int getRecLineChars() throws JposException {
        requireOpen();
        return lineChars;
    }

    /** Takes the smallest number of columns that is offered and not less. */
    @Override
    public final void setRecLineChars(int chars) throws JposException {
        requireEnabled();
        lineChars = traits().lineCharsList().stream()
                .filter(offered -> offered >= chars && chars > 0)
                .min(Integer::compare)
                .orElseThrow(() -> JposErrors.illegal(chars + " columns are more than this printer has"));
    }

    @Override
    public final String getRecLineCharsList() throws JposException {
        requireOpen();
        return list(traits().lineCharsList());
    }

    @Override
    public final int getRecLineHeight() throws JposException {
        requireOpen();
        return traits().lineHeight();
    }

    /** The height of a line is fixed; this is allowed and changes nothing, as the standard asks. */
    @Override
    public final void setRecLineHeight(int height) throws JposException {
        requireEnabled();
    }

    @Override
    public final int getRecLineSpacing() throws JposException {
        requireOpen();
        return lineSpacing;
    }

    @Override
    public final void setRecLineSpacing(int spacing) throws JposException {
        requireEnabled();
        if (spacing < 0) {
            throw JposErrors.illegal("line spacing is not negative");
        }
        lineSpacing = Math.max(spacing, traits().lineHeight());
    }

    @Override
    public final int getRecLineWidth() throws JposException {
        requireOpen();
        return traits().dotsWide();
    }

    @Override
    public final int getRecLinesToPaperCut() throws JposException {
        requireOpen();
        return traits().linesToCut();
    }
}
