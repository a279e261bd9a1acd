package com.euphoriapos.device.printer.escpos;

import com.euphoriapos.device.io.ByteLink;
import com.euphoriapos.device.printer.escpos.encoder.Commands;
import com.euphoriapos.device.printer.escpos.encoder.Commands.Question;
import com.euphoriapos.device.printer.escpos.status.PrinterState;
import com.euphoriapos.device.printer.escpos.status.StatusParser;
import com.euphoriapos.device.printer.escpos.status.StatusReply;
import com.euphoriapos.device.printer.escpos.status.StatusReply.Automatic;
import com.euphoriapos.device.printer.escpos.status.StatusReply.Processed;
import com.euphoriapos.device.printer.escpos.status.StatusReply.RealTime;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions and answers over one open connection. One thread asks at a time; a thread of its own reads what comes in.
 */
final class Conversation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final int ANSWERS_MAX = 64;
    private static final int READ_MILLIS = 500;

    private final Object monitor = new Object();
    private final Object writing = new Object();
    private final StatusParser parser = new StatusParser();
    private final Deque<Integer> realTime = new ArrayDeque<>();
    private final Deque<Integer> processed = new ArrayDeque<>();
    private final ByteLink link;
    private final Consumer<Automatic> changes;
    private final Thread reader;
    private boolean lost;
    private boolean trusted = true;

    /**
     * Connects.
     *
     * @param changes takes each automatic status, on the thread that reads the link
     */
    Conversation(ByteLink link, Consumer<Automatic> changes) throws IOException {
        this.link = link;
        this.changes = changes;
        link.open();
        reader = Threads.daemon("escpos-read-" + link.address(), this::read);
        reader.start();
    }

    /** Sends whole commands; a real-time command of another thread may come between two calls, never inside one. */
    void send(byte[] bytes) throws IOException {
        if (!isOpen()) {
            throw new IOException("the connection is closed");
        }
        synchronized (writing) {
            link.write(bytes);
        }
    }

    boolean isOpen() {
        synchronized (monitor) {
            return !lost;
        }
    }

    /** From now on an answer that comes late could be taken for another's: the next use needs a new connection. */
    void distrust() {
        synchronized (monitor) {
            trusted = false;
        }
    }

    boolean trusted() {
        synchronized (monitor) {
            return trusted;
        }
    }

    /** Asks and waits for the answer; empty when none came in time. */
    private OptionalInt ask(Question question, int timeoutMillis) throws IOException {
        synchronized (monitor) {
            realTime.clear();
        }
        send(Commands.ask(question));
        return await(realTime, timeoutMillis);
    }

    /** Asks for everything that the sensors see; empty when an answer did not come in time. */
    Optional<PrinterState> askState(int timeoutMillis) throws IOException {
        OptionalInt printer = ask(Question.PRINTER, timeoutMillis);
        if (printer.isEmpty()) {
            return Optional.empty();
        }
        PrinterState state = PrinterState.IDLE.with(Question.PRINTER, printer.getAsInt());
        List<Question> rest = state.offline()
                ? List.of(Question.OFFLINE_CAUSE, Question.ERROR_CAUSE, Question.PAPER)
                : List.of(Question.PAPER);
        for (Question question : rest) {
            OptionalInt answer = ask(question, timeoutMillis);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            state = state.with(question, answer.getAsInt());
        }
        return Optional.of(state);
    }

    /** Forgets answers to {@code GS r} that came in before. */
    void forgetProcessed() {
        synchronized (monitor) {
            processed.clear();
        }
    }

    /** Waits for an answer to {@code GS r}; empty when none came in time. */
    OptionalInt awaitProcessed(int timeoutMillis) throws IOException {
        return await(processed, timeoutMillis);
    }

    @Override
    public void close() {
        lost();
        link.close();
        Threads.join(reader);
    }

    private void read() {
        byte[] buffer = new byte[256];
        try {
            while (isOpen()) {
                int count = link.read(buffer, READ_MILLIS);
                if (count < 0 || (count == 0 && !link.present())) {
                    break;
                }
                received(Arrays.copyOf(buffer, count));
            }
        } catch (IOException e) {
            LOG.debug("{} was lost: {}", link.address(), e.getMessage());
        }
        lost();
    }

    private OptionalInt await(Deque<Integer> answers, int timeoutMillis) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        synchronized (monitor) {
            while (answers.isEmpty()) {
                long left = deadline - System.nanoTime();
                if (lost) {
                    throw new IOException("the printer closed the connection");
                }
                if (left <= 0) {
                    return OptionalInt.empty();
                }
                pause(left);
            }
            return OptionalInt.of(answers.remove());
        }
    }

    private void pause(long nanos) throws InterruptedIOException {
        try {
            monitor.wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the printer");
        }
    }

    private void received(byte[] bytes) {
        for (byte octet : bytes) {
            StatusReply reply;
            synchronized (monitor) {
                reply = parser.accept(octet).orElse(null);
                keep(reply);
                monitor.notifyAll();
            }
            if (reply instanceof Automatic automatic) {
                changes.accept(automatic);
            }
        }
    }

    private void keep(@Nullable StatusReply reply) {
        if (reply instanceof RealTime answer && realTime.size() < ANSWERS_MAX) {
            realTime.add(answer.value());
        } else if (reply instanceof Processed answer && processed.size() < ANSWERS_MAX) {
            processed.add(answer.value());
        }
    }

    private void lost() {
        synchronized (monitor) {
            lost = true;
            monitor.notifyAll();
        }
    }
}
