package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.AddResult;
import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.domain.Quantity;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.sound.Tone;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles scans and typed codes strictly in order, one at a time. A code that several products share becomes a question, and
 * everything behind it waits until the question is answered or skipped. Screen's thread only.
 */
final class ScanDesk {
    private static final Logger log = LoggerFactory.getLogger(ScanDesk.class);

    /** What a cashier can do about it; how the code was read is for support, who ask for it with a command. */
    private static final String UNKNOWN = "No item has it, and nothing was added. Look for the item by name with F2.";

    private final Checkout checkout;
    private final Tools tools;
    private final KeyedEntry entry;
    private final Host host;
    private final Deque<Job> parked = new ArrayDeque<>();
    private @Nullable Job current;
    private @Nullable Question question;
    private @Nullable Runnable key;
    private int behind;

    ScanDesk(Checkout checkout, Tools tools, KeyedEntry entry, Host host) {
        this.checkout = checkout;
        this.tools = tools;
        this.entry = entry;
        this.host = host;
    }

    /** What the desk tells the screen. */
    interface Host {
        /** Something to show changed. */
        void deskChanged();

        /** An item was added to a line. */
        void itemAdded(int lineNumber);

        /** A question was asked or answered. */
        void questionChanged(boolean open);
    }

    /** A code came in; {@code done} is run when it is handled, and asks for the next one. */
    void take(String code, Runnable done) {
        Job job = new Job(code, done);
        if (current != null) {
            parked.add(job);
            host.deskChanged();
        } else {
            begin(job);
        }
    }

    /** So many scans wait at the router. */
    void waiting(int scans) {
        behind = scans;
        host.deskChanged();
    }

    /** Scans behind the one being handled. */
    int waiting() {
        return behind + parked.size();
    }

    /** Has a key wait behind the scan that is being looked up, which is meant by it; false where there is none. */
    boolean waits(Runnable pressed) {
        boolean lookingUp = current != null && question == null;
        if (lookingUp) {
            key = pressed;
        }
        return lookingUp;
    }

    /** The key that waits is not meant any more. */
    void forgetKey() {
        key = null;
    }

    Optional<PickerState> picker() {
        Question open = question;
        return open == null
                ? Optional.empty()
                : Optional.of(new PickerState(open.code, open.rows, open.chosen, waiting() == 0));
    }

    /** Tints another row, by so many places. */
    void move(int places) {
        Question open = question;
        if (open != null) {
            int last = open.rows.size() - 1;
            question = open.tinted(Math.max(0, Math.min(last, open.chosen + places)));
            host.deskChanged();
        }
    }

    /** Enter: takes the tinted row, but not while scans wait; a terminator of one of them might be what was pressed. */
    void enter() {
        Question open = question;
        if (open != null && waiting() == 0) {
            pick(open.chosen);
        }
    }

    /** Answers the question; an index that is none of its rows is ignored. */
    void pick(int index) {
        Question open = question;
        if (open != null && index >= 0 && index < open.rows.size()) {
            answer(open.rows.get(index));
        }
    }

    /** Answers the question with a product that was found in another way. */
    void answer(ProductRow row) {
        Question open = question;
        Job job = current;
        if (open == null || job == null) {
            return;
        }
        close();
        String productId = row.match().product().id();
        int pack = row.match().packSize();
        tools.work()
                .run(
                        () -> checkout.add(productId, pack, open.quantity, open.code),
                        result -> handled(job, result, open.quantity),
                        e -> failed(job, e));
    }

    /** Leaves the scan out. */
    void skip() {
        Job job = current;
        if (question != null && job != null) {
            close();
            entry.clear();
            finish(job);
        }
    }

    /** Whether the next scan may come; while a question is open it stays with the router. */
    boolean takes() {
        return question == null;
    }

    private void close() {
        question = null;
        host.questionChanged(false);
    }

    private void begin(Job job) {
        current = job;
        Quantity quantity = entry.quantity();
        tools.work()
                .run(
                        () -> checkout.scan(job.code, quantity),
                        result -> handled(job, result, quantity),
                        e -> failed(job, e));
    }

    private void handled(Job job, AddResult result, Quantity quantity) {
        if (result instanceof AddResult.ChooseOne choose) {
            key = null;
            tools.sounds().accept(Tone.CHOOSE);
            question = new Question(choose.code(), CartText.products(choose.candidates()), 0, quantity);
            host.questionChanged(true);
            // The router is free again, but keeps what comes now until the question is answered.
            job.release();
            return;
        }
        if (result instanceof AddResult.Added added) {
            entry.used(quantity);
            tools.sounds().accept(Tone.ADDED);
            host.itemAdded(added.lineNumber());
        } else if (result instanceof AddResult.Unknown unknown) {
            tools.sounds().accept(Tone.UNKNOWN);
            trouble("unknown " + unknown.code(), "Unknown barcode " + unknown.code(), UNKNOWN);
        } else if (result instanceof AddResult.Refused refused) {
            tools.sounds().accept(Tone.UNKNOWN);
            trouble("refused " + job.code, refused.reason(), "Nothing has changed.");
        }
        finish(job);
    }

    private void failed(Job job, Exception e) {
        log.error("a scan could not be handled", e);
        tools.sounds().accept(Tone.UNKNOWN);
        trouble("failed " + job.code, "The scan of " + job.code + " failed", "Nothing has changed. Scan it again.");
        finish(job);
    }

    private void trouble(String id, String title, String detail) {
        Runnable dismiss = () -> tools.messages().dismiss(id);
        tools.messages()
                .show(new Message(
                        id,
                        Message.Kind.TROUBLE,
                        title,
                        detail.isBlank() ? null : detail,
                        List.of(new Message.Choice("Dismiss", "Esc", dismiss))));
    }

    private void finish(Job job) {
        current = null;
        Job next = parked.poll();
        if (next != null) {
            // What was parked came before whatever the router gives next.
            begin(next);
        }
        job.release();
        tools.scans().resume();
        host.deskChanged();
        Runnable pressed = key;
        if (current == null && pressed != null) {
            key = null;
            pressed.run();
        }
    }

    /** A code and whom to tell, once, that the next may come. */
    private static final class Job {
        private final String code;
        private final Runnable done;
        private boolean released;

        Job(String code, Runnable done) {
            this.code = code;
            this.done = done;
        }

        void release() {
            if (!released) {
                released = true;
                done.run();
            }
        }
    }

    private record Question(String code, List<ProductRow> rows, int chosen, Quantity quantity) {
        Question tinted(int index) {
            return new Question(code, rows, index, quantity);
        }
    }
}
