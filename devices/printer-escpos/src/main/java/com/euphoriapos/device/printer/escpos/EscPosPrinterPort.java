package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.javapos.JposErrors;
import com.euphoriapos.device.javapos.PowerStatus;
import com.euphoriapos.device.javapos.PrintJob;
import com.euphoriapos.device.javapos.PrinterPort;
import com.euphoriapos.device.javapos.PrinterTraits;
import com.euphoriapos.device.printer.escpos.Snapshot.Contact;
import com.euphoriapos.device.printer.escpos.encoder.CodePage;
import com.euphoriapos.device.printer.escpos.encoder.PrinterProfile;
import com.euphoriapos.device.printer.escpos.encoder.StatusCapability;
import com.euphoriapos.device.printer.escpos.status.PrinterState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.jspecify.annotations.Nullable;

/** The printer as the JavaPOS service sees it. Thread-safe. */
final class EscPosPrinterPort implements PrinterPort {
    private static final int LINE_HEIGHT_DOTS = 30;
    private static final int LINES_TO_CUT = 5;

    private final EscPosSettings settings;
    private final PrinterSession session;
    private final JobEncoder encoder;
    private final Object guard = new Object();
    private @Nullable Consumer<Snapshot> started;

    EscPosPrinterPort(EscPosSettings settings, PrinterSession session) {
        this.settings = settings;
        this.session = session;
        this.encoder = new JobEncoder(settings.profile(), settings.page());
    }

    @Override
    public String resource() {
        return settings.resource();
    }

    @Override
    public PrinterTraits traits() {
        PrinterProfile profile = settings.profile();
        List<Integer> pages = new ArrayList<>();
        pages.add(Integer.valueOf(settings.page().number()));
        profile.tables().keySet().stream()
                .sorted()
                .filter(page -> page != settings.page())
                .map(CodePage::number)
                .map(Integer::valueOf)
                .forEach(pages::add);
        return new PrinterTraits(
                List.of(profile.columns()),
                profile.dotsPerLine(),
                LINE_HEIGHT_DOTS,
                LINES_TO_CUT,
                true,
                false,
                List.of(POSPrinterConst.PTR_BCS_Code128, POSPrinterConst.PTR_BCS_QRCODE),
                pages,
                profile.status() != StatusCapability.NONE);
    }

    @Override
    public void start(Consumer<Status> listener) {
        Consumer<Snapshot> mapped = snapshot -> listener.accept(status(snapshot));
        synchronized (guard) {
            stop();
            started = mapped;
        }
        session.start(mapped);
    }

    @Override
    public void stop() {
        Consumer<Snapshot> ending;
        synchronized (guard) {
            ending = started;
            started = null;
        }
        if (ending != null) {
            session.stop(ending);
        }
    }

    @Override
    public Outcome print(PrintJob job) throws JposException {
        return session.print(encoder.encode(job));
    }

    @Override
    public void cancel() {
        session.cancel();
    }

    @Override
    public String probe() throws JposException {
        return describe(session.look(), settings.address());
    }

    static String describe(Snapshot now, String address) throws JposException {
        return switch (now.contact()) {
            case UNKNOWN, UNREACHABLE -> throw JposErrors.offline("no connection to " + address);
            case SILENT -> throw JposErrors.offline(address + " takes data but does not answer");
            case MUTE -> address + " is connected; this kind of printer does not answer";
            case ANSWERING -> {
                String advice = now.state().advice();
                if (!now.state().canPrint()) {
                    throw JposErrors.failure(advice, null);
                }
                yield address + " answers. " + (advice.isEmpty() ? "All is well." : advice);
            }
        };
    }

    static Status status(Snapshot snapshot) {
        PrinterState state = snapshot.state();
        Paper paper = state.paperOut() ? Paper.OUT : state.paperLow() ? Paper.NEAR_END : Paper.OK;
        return new Status(power(snapshot), state.coverOpen(), paper);
    }

    static PowerStatus power(Snapshot snapshot) {
        Contact contact = snapshot.contact();
        return switch (contact) {
            case UNKNOWN, UNREACHABLE -> PowerStatus.OFF_OFFLINE;
            case SILENT -> PowerStatus.OFFLINE;
            case MUTE -> PowerStatus.ONLINE;
            // A stuck mechanism is told as off-line: JavaPOS has no status of its own for it.
            case ANSWERING -> snapshot.state().stuck() ? PowerStatus.OFFLINE : PowerStatus.ONLINE;
        };
    }
}
