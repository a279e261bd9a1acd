package com.euphoriapos.ui.register;

import com.euphoriapos.api.checkout.EditResult;
import com.euphoriapos.api.checkout.SuspendedSales.ResumeResult;
import com.euphoriapos.domain.SaleLineItem;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.sound.Tone;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes money off a sale, or opens the drawer: does it where the cashier may, asks another person for the PIN where not. While
 * one of its sheets is open it has all digits, and scans are held: a PIN never becomes a quantity or money, and a scan never a PIN.
 * Screen's thread only.
 */
public final class Acts {
    private static final Logger log = LoggerFactory.getLogger(Acts.class);
    private static final String FAILED = "That was not done, nothing has changed";

    private final Services services;
    private final Tools tools;
    private final Notices notices;
    private final Clock clock;
    private final Host host;
    private @Nullable ActDesk desk;

    /** What a sheet tells the screen. */
    interface Host {
        /** A sheet came, changed or went; its {@code digits} are its own from now on. */
        void actsChanged();

        /** A sheet came up: what was typed for the sale must not stay. */
        void sheetOpened();

        /** The PIN was wrong. */
        void shake();
    }

    Acts(Services services, Tools tools, Clock clock, Host host) {
        this.services = services;
        this.tools = tools;
        this.notices = new Notices(tools);
        this.clock = clock;
        this.host = host;
    }

    /** What is asked in the right column, if anything. */
    Optional<ActSheet> sheet() {
        ActDesk now = desk;
        return now == null ? Optional.empty() : Optional.of(now.sheet());
    }

    /** Whether a sheet is open. */
    boolean open() {
        return desk != null;
    }

    Notices notices() {
        return notices;
    }

    /** Does it, or asks for leave first. */
    void attempt(Attempt attempt) {
        attempt(attempt, "");
    }

    /** @param notice what the sheet says first, when leave is needed */
    void attempt(Attempt attempt, String notice) {
        ActDesk asker = desk;
        tools.work()
                .run(
                        () -> attempt.call().apply(Optional.empty()),
                        result -> answered(attempt, result, new Answer(asker, "", notice)),
                        this::failed);
    }

    /**
     * What belongs to an answer of a use case.
     *
     * @param asker the sheet that asked, if one did
     * @param approver name of who allowed it, or empty
     * @param notice what a sheet says first, when leave is needed
     */
    record Answer(@Nullable ActDesk asker, String approver, String notice) {}

    void answered(Attempt attempt, EditResult result, Answer answer) {
        if (result instanceof EditResult.NeedsApproval needed) {
            LeaveDesk leave = new LeaveDesk(this, attempt, needed.request(), answer.notice());
            tools.sounds().accept(Tone.APPROVAL);
            show(leave);
            return;
        }
        if (answer.asker() == desk) {
            close();
        }
        if (result instanceof EditResult.Refused refused) {
            notices.refuse(refused.reason());
            return;
        }
        notices.settled();
        if (result instanceof EditResult.DoneExcept except) {
            notices.refuse(except.sentence());
        } else {
            attempt.done().accept(answer.approver());
        }
    }

    void failed(Exception e) {
        close();
        notices.failed(FAILED, e);
    }

    /** F5: another price for a line. */
    void price(SaleLineItem line) {
        show(new PriceDesk(this, line));
    }

    /** F9: the drawer without a sale. */
    void noSale() {
        show(new NoSaleDesk(this));
    }

    /** F6 with a sale: puts it aside. */
    void suspend() {
        show(new SuspendDesk(this));
    }

    /** F6 without one: the list of those that wait. */
    void suspended() {
        WaitingDesk waiting = new WaitingDesk(this);
        show(waiting);
        waiting.load();
    }

    /** What was typed into the note. */
    public void note(String text) {
        if (desk instanceof SuspendDesk suspend) {
            suspend.note(text);
        }
    }

    /** A chit was scanned; {@code done} asks for the next scan. */
    void chit(String number, Runnable done) {
        tools.work()
                .run(
                        () -> services.suspended().resumeByNumber(number),
                        result -> {
                            if (result instanceof ResumeResult.Resumed resumed) {
                                close();
                                resumed(resumed);
                            } else {
                                notices.refuse(number + ": " + SuspendedText.why(result));
                            }
                            done.run();
                        },
                        e -> {
                            failed(e);
                            done.run();
                        });
    }

    /** A suspended sale goes on here. */
    void resumed(ResumeResult.Resumed resumed) {
        notices.settled();
        log.info("Suspended sale {} goes on here", resumed.sale().number());
        tools.sounds().accept(Tone.ADDED);
        if (resumed.apartFrom().isEmpty()) {
            toast(resumed.sale().number() + " goes on here", "");
        } else {
            notices.refuse(SuspendedText.apart(resumed.apartFrom())
                    + ". Should another lane go on with it, too, a manager is told.");
        }
    }

    private void show(ActDesk next) {
        ActDesk before = desk;
        desk = next;
        log.info("Sheet {} is shown", next.sheet().pane());
        if (before == null) {
            host.sheetOpened();
        } else {
            before.closed();
        }
        host.actsChanged();
    }

    /** Gives it up; what was asked for is forgotten. */
    public void close() {
        ActDesk gone = desk;
        if (gone != null) {
            desk = null;
            gone.closed();
            host.actsChanged();
            tools.scans().resume();
        }
    }

    /** Gives it up if it is still that one. */
    void closeIf(ActDesk asked) {
        if (desk == asked) {
            close();
        }
    }

    /** Whether a scan may come now, though a sheet is open. */
    boolean takesScans() {
        ActDesk now = desk;
        return now == null || now.takesScans() && !now.busy();
    }

    /** Up and Down. */
    void move(int places) {
        ready(now -> now.move(places));
    }

    /** Whether this one is still asked. */
    boolean shows(ActDesk asked) {
        return desk == asked;
    }

    void changed() {
        host.actsChanged();
    }

    void shake() {
        host.shake();
    }

    void toast(String words, String approver) {
        String allowed = approver.isEmpty() ? "" : " \u00B7 " + approver + " allowed it";
        tools.messages().show(Message.toast(words + allowed));
    }

    Services services() {
        return services;
    }

    Tools tools() {
        return tools;
    }

    Clock clock() {
        return clock;
    }

    /** A digit of the keyboard. */
    void digit(char digit) {
        ready(now -> now.digit(digit));
    }

    /** A digit of the sheet's keys. */
    public void pad(char digit) {
        ready(now -> now.pad(digit));
    }

    /** The point of an amount. */
    public void point() {
        ready(ActDesk::point);
    }

    /** Takes the last digit back. */
    public void backspace() {
        ready(ActDesk::backspace);
    }

    /** Enter. */
    public void enter() {
        ready(ActDesk::enter);
    }

    /** A reason was tapped. */
    public void reason(int index) {
        ready(now -> now.reason(index));
    }

    /** F5 again: percent off instead of the price, and back. */
    public void percent() {
        ready(now -> {
            if (now instanceof PriceDesk price) {
                price.percent();
            }
        });
    }

    /** A second went by. */
    public void tick() {
        ActDesk now = desk;
        if (now != null) {
            now.tick();
        }
    }

    private void ready(Consumer<ActDesk> act) {
        ActDesk now = desk;
        if (now != null && !now.busy()) {
            act.accept(now);
        }
    }
}
