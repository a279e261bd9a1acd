package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.io.ByteLink;
import com.euphoriapos.device.javapos.JposErrors;
import com.euphoriapos.device.javapos.PrinterPort.Outcome;
import com.euphoriapos.device.printer.escpos.Snapshot.Contact;
import com.euphoriapos.device.printer.escpos.encoder.Commands;
import com.euphoriapos.device.printer.escpos.encoder.StatusCapability;
import com.euphoriapos.device.printer.escpos.status.PrinterState;
import com.euphoriapos.device.printer.escpos.status.StatusReply.Automatic;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import jpos.JposException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that a printer and the drawer on its connector share. Somebody who starts it keeps it alive; while it
 * lives, a thread looks at the state now and then and connects again after a loss. A network connection is given up some
 * seconds after its last use, because most printers serve one host at a time. Thread-safe.
 */
final class PrinterSession {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterSession.class);
    /** A port must answer its start within three seconds. */
    private static final int FIRST_LOOK_MILLIS = 2_500;
    /** Somebody waits for a printer in trouble to be well again: look often. */
    private static final int BUSY_POLL_MILLIS = 1_000;
    /** Changes wake the poller, but a printer that contradicts itself must not make it spin. */
    private static final int POLL_MILLIS_MIN = 100;

    private static final int DRAWER_WAIT_MILLIS = 2_500;
    private static final int REST_MILLIS_MAX = 3_000;

    private final EscPosSettings settings;
    private final ByteLink link;
    private final boolean network;
    /** Held by whoever talks with the printer: a job, a pulse or a look at the state. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final Object monitor = new Object();
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private Snapshot snapshot = Snapshot.UNTRIED;
    private boolean wakeUp;
    private @Nullable Thread poller;
    private volatile @Nullable Conversation open;
    private volatile boolean printing;
    private volatile boolean cancelled;
    /** Until when the connection is left alone after an unconfirmed job; guarded by {@code turn}. */
    private long restUntilNanos = System.nanoTime();
    /** Whether it ever answered; guarded by {@code turn}. */
    private boolean answered;
    /** When a job or pulse used the connection last. */
    private volatile long lastUseNanos;
    /** Whether the printer may hold part of a failed job; guarded by {@code turn}, as the next one. */
    private boolean dirty;

    /** Whether a stuck printer was told to recover since the last job; told again and again, a cutter only grinds. */
    private boolean recoveryTried;

    PrinterSession(EscPosSettings settings, ByteLink link) {
        this.settings = settings;
        this.link = link;
        this.network = settings.address().startsWith("tcp:");
        this.lastUseNanos = System.nanoTime() - TimeUnit.MINUTES.toNanos(2);
    }

    /** Keeps the session alive for this listener, and tells it each change, the present state first. */
    void start(Consumer<Snapshot> listener) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FIRST_LOOK_MILLIS);
        synchronized (monitor) {
            if (poller == null) {
                snapshot = Snapshot.UNTRIED;
                Thread thread = Threads.daemon("escpos-poll-" + link.address(), this::poll);
                poller = thread;
                thread.start();
            }
            boolean patient = true;
            while (patient && snapshot.contact() == Contact.UNKNOWN && deadline - System.nanoTime() > 0) {
                patient = pause(TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
            }
            listeners.add(listener);
            listener.accept(snapshot);
        }
    }

    /** Ends it for this listener; the last one closes the connection and ends the thread. */
    void stop(Consumer<Snapshot> listener) {
        Thread ending = null;
        synchronized (monitor) {
            listeners.remove(listener);
            if (listeners.isEmpty()) {
                ending = poller;
                poller = null;
                monitor.notifyAll();
            }
        }
        if (ending != null) {
            hangUp();
            Threads.join(ending);
            hangUp();
        }
    }

    Snapshot snapshot() {
        synchronized (monitor) {
            return snapshot;
        }
    }

    /** Asks the printer now, waiting at most about two seconds for another's turn. */
    Snapshot look() {
        if (taken(DRAWER_WAIT_MILLIS)) {
            try {
                refresh();
            } finally {
                release();
            }
        }
        return snapshot();
    }

    /** Gives up the job that is being printed. */
    void cancel() {
        if (printing) {
            cancelled = true;
            hangUp();
        }
    }

    /** Prints commands as one unit; see {@link com.euphoriapos.device.javapos.PrinterPort#print}. */
    Outcome print(List<byte[]> commands) throws JposException {
        turn.lock();
        try {
            cancelled = false;
            printing = true;
            recoveryTried = false;
            Conversation line = connected();
            if (settings.profile().status() == StatusCapability.ASB) {
                line.send(Commands.automaticStatus(true));
            }
            // A printer that answered before may only be busy: it is asked twice before it counts as silent.
            boolean answers = capable() && (refresh(line) || answered && refresh(line));
            if (!answers && answered) {
                // It hangs, or serves another host just now. Nothing was sent, so nothing can come out twice.
                line.close();
                throw JposErrors.timeout(link.address() + " takes data but does not answer");
            }
            refuse();
            if (dirty) {
                recover(line, answers);
            }
            dirty = true;
            send(line, commands);
            Outcome outcome = answers ? confirm(line) : Outcome.UNCONFIRMED;
            dirty = false;
            if (outcome == Outcome.UNCONFIRMED) {
                // Its answer may still come and must not be taken for the next job's.
                line.distrust();
                restUntilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(restMillis());
            }
            return outcome;
        } catch (IOException e) {
            throw lost(e);
        } finally {
            printing = false;
            release();
        }
    }

    /** Opens the drawer. */
    void pulse(DrawerSettings drawer) throws JposException {
        byte[] now = Commands.drawerPulseNow(drawer.pin(), drawer.pulseMillis());
        if (!taken(busyWaitMillis())) {
            pulseBesideAJob(now);
            return;
        }
        try {
            Conversation line = connected();
            // A busy printer is asked twice: a drawer that stays shut holds up the customer.
            boolean answers = capable() && (refresh(line) || answered && refresh(line));
            if (!answers && answered) {
                // It may take the pulse later and open the drawer when nobody stands there.
                line.close();
                throw JposErrors.timeout(link.address() + " takes data but does not answer");
            }
            // With paper out or the cover open a pulse in the stream would wait and open the drawer much later.
            boolean waits = answers && !snapshot().state().canPrint();
            line.send(waits ? now : Commands.drawerPulse(drawer.pin(), drawer.pulseMillis(), drawer.pulseMillis() * 2));
            wakePoller();
        } catch (IOException e) {
            throw lost(e);
        } finally {
            release();
        }
    }

    // ---- a job ----

    private void send(Conversation line, List<byte[]> commands) throws IOException, JposException {
        for (byte[] command : commands) {
            if (cancelled) {
                throw JposErrors.failure("printing was cancelled", null);
            }
            refuse();
            line.send(command);
        }
    }

    /** Fails when the printer says that it can't print, so that nothing more is sent to it. */
    private void refuse() throws JposException {
        Snapshot now = snapshot();
        if (now.contact() != Contact.ANSWERING || now.state().canPrint()) {
            return;
        }
        if (now.state().coverOpen()) {
            throw JposErrors.coverOpen();
        }
        if (now.state().paperOut()) {
            throw JposErrors.paperOut();
        }
        throw JposErrors.failure(now.state().advice(), null);
    }

    private Outcome confirm(Conversation line) throws IOException, JposException {
        line.forgetProcessed();
        line.send(Commands.confirm());
        long deadline = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(settings.timing().confirmMillis());
        while (deadline - System.nanoTime() > 0) {
            if (cancelled) {
                throw JposErrors.failure("printing was cancelled", null);
            }
            OptionalInt answer = line.awaitProcessed(slice(deadline));
            if (answer.isPresent()) {
                update(Contact.ANSWERING, snapshot().state().withProcessed(answer.getAsInt()));
                return Outcome.CONFIRMED;
            }
            // Nothing yet: it prints still, or it can't. Real-time questions are answered either way.
            refresh(line);
            refuse();
        }
        return Outcome.UNCONFIRMED;
    }

    private int slice(long deadline) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        return (int) Math.max(1, Math.min(settings.timing().answerMillis(), left));
    }

    /**
     * Clears what a failed job left behind: the rest in the printer's memory, where the printer allows that, and a piece of it
     * on the paper. An answer that the failed job still has to get is waited out, for it must not confirm the next one.
     */
    private void recover(Conversation line, boolean answers) throws IOException {
        line.send(Commands.recoverAndClear());
        if (answers) {
            line.send(Commands.confirm());
            int wait = settings.timing().answerMillis();
            if (line.awaitProcessed(wait).isPresent()) {
                // A second answer means that the first was the failed job's.
                OptionalInt second = line.awaitProcessed(Math.min(wait, 300));
                LOG.debug("The printer is clear, second answer {}", second);
            }
        }
        line.send(Commands.endTornPiece(settings.profile().cutter()));
    }

    private JposException lost(IOException e) {
        hangUp();
        if (cancelled || e instanceof InterruptedIOException) {
            return JposErrors.failure("printing was cancelled", e);
        }
        update(Contact.UNREACHABLE, PrinterState.IDLE);
        wakePoller();
        return JposErrors.offline(String.valueOf(e.getMessage()));
    }

    // ---- the drawer ----

    private int busyWaitMillis() {
        // Real-time commands may come between those of a job; without them a job is over soon, for nothing is waited
        // for.
        return capable() ? 200 : DRAWER_WAIT_MILLIS;
    }

    private void pulseBesideAJob(byte[] now) throws JposException {
        Conversation line = open;
        if (line == null || !capable()) {
            throw JposErrors.busy("the printer is busy and its drawer can't be opened now");
        }
        try {
            line.send(now);
        } catch (IOException e) {
            throw JposErrors.offline(String.valueOf(e.getMessage()));
        }
    }

    // ---- the state ----

    private boolean capable() {
        return settings.profile().status() != StatusCapability.NONE;
    }

    private void poll() {
        while (alive()) {
            if (turn.tryLock()) {
                try {
                    lookOrHangUp();
                } catch (RuntimeException e) {
                    LOG.error("Looking at {} failed", link.address(), e);
                } finally {
                    turn.unlock();
                }
            }
            await(System.nanoTime());
        }
        hangUp();
    }

    private boolean alive() {
        synchronized (monitor) {
            return poller == Thread.currentThread();
        }
    }

    private void lookOrHangUp() {
        Conversation line = open;
        // Closing right after an unconfirmed job could take its last bytes back from the wire.
        boolean resting = line != null && line.isOpen() && restUntilNanos - System.nanoTime() > 0;
        if (!resting) {
            refresh();
        }
        if (network && idle()) {
            hangUp();
        }
    }

    /** Waits for the next look; a change or a call wakes earlier, though not at once. */
    private void await(long lookedAt) {
        synchronized (monitor) {
            boolean patient = true;
            while (patient && poller == Thread.currentThread()) {
                int wait = wakeUp ? POLL_MILLIS_MIN : pollMillis();
                long left = wait - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lookedAt);
                if (left <= 0) {
                    break;
                }
                patient = pause(left);
            }
            wakeUp = false;
        }
    }

    private int pollMillis() {
        int usual = settings.timing().pollMillis();
        Contact contact = snapshot.contact();
        boolean well = contact == Contact.MUTE
                || (contact == Contact.ANSWERING && snapshot.state().canPrint());
        boolean toHangUp = network && open != null;
        // Somebody waits for a printer in trouble to be well again, and after a sale for its drawer to be closed.
        return well && idle() && !toHangUp ? usual : Math.min(usual, BUSY_POLL_MILLIS);
    }

    private int restMillis() {
        return Math.min(settings.timing().lingerMillis(), REST_MILLIS_MAX);
    }

    private boolean idle() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastUseNanos)
                >= settings.timing().lingerMillis();
    }

    /** Looks at the state; a failure is part of the state. */
    private void refresh() {
        try {
            Conversation line = connected();
            if (capable()) {
                refresh(line);
            } else {
                update(Contact.MUTE, PrinterState.IDLE);
            }
        } catch (IOException e) {
            LOG.debug("{}: {}", link.address(), e.getMessage());
            hangUp();
            update(Contact.UNREACHABLE, PrinterState.IDLE);
        }
    }

    /** Asks the printer how it is; false when it does not answer. */
    private boolean refresh(Conversation line) throws IOException {
        Optional<PrinterState> answer = line.askState(settings.timing().answerMillis());
        boolean stuck = answer.isPresent() && answer.get().stuck();
        if (stuck && !recoveryTried && (dirty || printing)) {
            recoveryTried = true;
            line.send(Commands.recoverAndClear());
            answer = line.askState(settings.timing().answerMillis());
        }
        if (answer.isEmpty()) {
            line.distrust();
            update(Contact.SILENT, PrinterState.IDLE);
            return false;
        }
        answered = true;
        update(Contact.ANSWERING, answer.get());
        return true;
    }

    private void automatic(Automatic status) {
        Snapshot now = snapshot();
        update(Contact.ANSWERING, now.state().with(status));
    }

    private void update(Contact contact, PrinterState state) {
        synchronized (monitor) {
            Snapshot next = new Snapshot(contact, state);
            if (next.equals(snapshot)) {
                return;
            }
            snapshot = next;
            monitor.notifyAll();
            // Told inside the monitor so that listeners hear changes in their order; they return at once.
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    // ---- the connection; guarded by turn ----

    private Conversation connected() throws IOException {
        Conversation line = open;
        if (line != null && line.trusted() && line.isOpen()) {
            return line;
        }
        hangUp();
        Conversation fresh = new Conversation(link, this::automatic);
        open = fresh;
        if (!network && settings.profile().status() == StatusCapability.ASB) {
            fresh.send(Commands.automaticStatus(true));
        }
        return fresh;
    }

    private void hangUp() {
        Conversation line = open;
        open = null;
        if (line != null) {
            line.close();
        }
    }

    private boolean taken(int millis) {
        try {
            return turn.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void release() {
        lastUseNanos = System.nanoTime();
        turn.unlock();
        synchronized (monitor) {
            // The poller counts its time anew: while the connection lingers it looks more often.
            monitor.notifyAll();
        }
    }

    private void wakePoller() {
        synchronized (monitor) {
            wakeUp = true;
            monitor.notifyAll();
        }
    }

    /** Waits in the monitor; false when the thread was interrupted. */
    private boolean pause(long millis) {
        try {
            monitor.wait(Math.max(1, millis));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
