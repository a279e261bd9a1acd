package com.euphoriapos.ui.kit.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.euphoriapos.ui.kit.present.testing.DirectUiThread;
import com.euphoriapos.ui.kit.sound.Tone;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanQueueTest {
    private final List<Tone> sounds = new ArrayList<>();
    private final ScanQueue queue = new ScanQueue(new DirectUiThread(), sounds::add);

    private static ScanInput scan(String data) {
        return new ScanInput(data, null, "test", Instant.EPOCH);
    }

    @Test
    void givesOneScanAtATimeInOrder() {
        Context sale = new Context(ScanContext.Intake.TAKE);
        queue.push(sale);
        queue.add(scan("1"));
        queue.add(scan("2"));
        queue.add(scan("3"));
        assertEquals(List.of("1"), sale.got);
        assertEquals(2, queue.waiting());
        sale.finishOne();
        assertEquals(List.of("1", "2"), sale.got);
        sale.finishOne();
        sale.finishOne();
        assertEquals(List.of("1", "2", "3"), sale.got);
        assertEquals(true, queue.idle());
    }

    @Test
    void holdsScansWhileADialogTakesNoneAndGivesThemLater() {
        Context sale = new Context(ScanContext.Intake.TAKE);
        Context dialog = new Context(ScanContext.Intake.HOLD);
        queue.push(sale);
        queue.push(dialog);
        queue.add(scan("1"));
        queue.add(scan("2"));
        assertEquals(List.of(), dialog.got);
        assertEquals(List.of(Tone.HELD, Tone.HELD), sounds);
        assertEquals(2, dialog.waiting);
        queue.remove(dialog);
        sale.finishOne();
        assertEquals(List.of("1", "2"), sale.got);
    }

    @Test
    void queuesSilentlyWhenTheContextSaysSo() {
        Context choosing = new Context(ScanContext.Intake.QUEUE);
        queue.push(choosing);
        queue.add(scan("1"));
        assertEquals(List.of(), sounds);
        choosing.intake = ScanContext.Intake.TAKE;
        queue.pump();
        assertEquals(List.of("1"), choosing.got);
    }

    @Test
    void keepsScansUntilThereIsAContext() {
        queue.add(scan("1"));
        Context sale = new Context(ScanContext.Intake.TAKE);
        queue.push(sale);
        assertEquals(List.of("1"), sale.got);
    }

    @Test
    void goesOnAfterAContextThatFails() {
        List<String> got = new ArrayList<>();
        queue.push(new ScanContext() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public void scan(ScanInput input, Runnable done) {
                got.add(input.data());
                throw new IllegalStateException("on purpose");
            }
        });
        queue.add(scan("1"));
        queue.add(scan("2"));
        assertEquals(List.of("1", "2"), got);
        assertEquals(true, queue.idle());
    }

    @Test
    void answeringTwiceDoesNotSkipAScan() {
        Context sale = new Context(ScanContext.Intake.TAKE);
        queue.push(sale);
        queue.add(scan("1"));
        queue.add(scan("2"));
        queue.add(scan("3"));
        Runnable first = sale.open.element();
        first.run();
        first.run();
        assertEquals(List.of("1", "2"), sale.got);
    }

    private static final class Context implements ScanContext {
        private final List<String> got = new ArrayList<>();
        private final Deque<Runnable> open = new ArrayDeque<>();
        private Intake intake;
        private int waiting;

        Context(Intake intake) {
            this.intake = intake;
        }

        void finishOne() {
            open.remove().run();
        }

        @Override
        public String name() {
            return "test";
        }

        @Override
        public Intake intake() {
            return intake;
        }

        @Override
        public void scan(ScanInput input, Runnable done) {
            got.add(input.data());
            open.add(done);
        }

        @Override
        public void waiting(int scans) {
            waiting = scans;
        }
    }
}
