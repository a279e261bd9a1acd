package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.javapos.DrawerPort;
import com.euphoriapos.device.javapos.PowerStatus;
import com.euphoriapos.device.printer.escpos.Snapshot.Contact;
import com.euphoriapos.device.printer.escpos.encoder.StatusCapability;
import java.util.function.Consumer;
import jpos.JposException;
import org.jspecify.annotations.Nullable;

/** The drawer on the printer's connector as the JavaPOS service sees it. Thread-safe. */
final class EscPosDrawerPort implements DrawerPort {
    private final EscPosSettings settings;
    private final DrawerSettings drawer;
    private final PrinterSession session;
    private final Object guard = new Object();
    private @Nullable Consumer<Snapshot> started;

    EscPosDrawerPort(EscPosSettings settings, DrawerSettings drawer, PrinterSession session) {
        this.settings = settings;
        this.drawer = drawer;
        this.session = session;
    }

    @Override
    public String resource() {
        return settings.resource();
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
    public String probe() throws JposException {
        return EscPosPrinterPort.describe(session.look(), settings.address());
    }

    @Override
    public boolean reportsOpened() {
        return settings.profile().status() != StatusCapability.NONE;
    }

    @Override
    public void pulse() throws JposException {
        session.pulse(drawer);
    }

    private Status status(Snapshot snapshot) {
        boolean known = snapshot.contact() == Contact.ANSWERING;
        boolean opened = known && snapshot.state().drawerOpen(drawer.statusInverted());
        // A drawer opens with paper out or a stuck cutter, too: only the connection counts.
        PowerStatus power =
                snapshot.contact() == Contact.ANSWERING ? PowerStatus.ONLINE : EscPosPrinterPort.power(snapshot);
        return new Status(power, opened);
    }
}
