package com.euphoriapos.ui.kit.input;

import com.euphoriapos.ui.kit.present.UiThread;
import com.euphoriapos.ui.kit.sound.Tone;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans in order, one at a time, to the context on top. Screen's thread only, but for the answers of contexts. */
final class ScanQueue {
    private static final Logger log = LoggerFactory.getLogger(ScanQueue.class);

    /** More than anybody scans while a question is open; beyond it a scan is refused with the trouble tone. */
    private static final int WAITING_MAX = 500;

    private final UiThread ui;
    private final Consumer<Tone> sounds;
    private final Deque<ScanInput> waiting = new ArrayDeque<>();
    private final List<ScanContext> contexts = new ArrayList<>();
    private boolean busy;
    private long handled;
    private long refused;

    ScanQueue(UiThread ui, Consumer<Tone> sounds) {
        this.ui = ui;
        this.sounds = sounds;
    }

    void push(ScanContext context) {
        contexts.add(context);
        pump();
    }

    void remove(ScanContext context) {
        contexts.remove(context);
        pump();
    }

    Optional<ScanContext> top() {
        return contexts.isEmpty() ? Optional.empty() : Optional.of(contexts.get(contexts.size() - 1));
    }

    void add(ScanInput scan) {
        if (waiting.size() >= WAITING_MAX) {
            refused++;
            log.warn("a scan was refused, {} wait already", waiting.size());
            sounds.accept(Tone.UNKNOWN);
            return;
        }
        waiting.add(scan);
        if (intake() == ScanContext.Intake.HOLD) {
            sounds.accept(Tone.HELD);
        }
        tell();
        pump();
    }

    private ScanContext.Intake intake() {
        return top().map(ScanContext::intake).orElse(ScanContext.Intake.HOLD);
    }

    /** Gives the next scan if one waits, nobody handles one, and the context on top takes it. */
    void pump() {
        if (busy || waiting.isEmpty() || intake() != ScanContext.Intake.TAKE) {
            return;
        }
        ScanContext context = top().orElseThrow();
        ScanInput next = waiting.remove();
        busy = true;
        handled++;
        tell();
        Runnable done = once();
        try {
            context.scan(next, done);
        } catch (RuntimeException e) {
            log.error(
                    "the {} context failed on a scan of {} characters",
                    context.name(),
                    next.data().length(),
                    e);
            sounds.accept(Tone.UNKNOWN);
            done.run();
        }
    }

    private Runnable once() {
        boolean[] ran = {false};
        return () -> ui.now(() -> {
            if (!ran[0]) {
                ran[0] = true;
                busy = false;
                // Later, so that what the answer puts on the screen is painted between two scans.
                ui.later(this::pump);
            }
        });
    }

    private void tell() {
        int count = waiting.size();
        top().ifPresent(context -> context.waiting(count));
    }

    int waiting() {
        return waiting.size();
    }

    boolean idle() {
        return !busy && waiting.isEmpty();
    }

    long handled() {
        return handled;
    }

    long refused() {
        return refused;
    }
}
