package com.euphoriapos.ui.shell;

import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.present.Message;
import com.euphoriapos.ui.kit.present.Messages;
import com.euphoriapos.ui.kit.present.Presenter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-in by PIN or badge. A PIN signs in whoever it belongs to; a chosen tile only greets. The check runs in the background, and
 * what is typed meanwhile is not taken. Screen's thread only.
 */
public final class SignInPresenter extends Presenter<SignInView> implements PinDesk.Listener {
    /** The setting: whether badges sign in. */
    static final String BADGES = "badge_sign_in";
    /** The setting: whether the people's names are shown. */
    static final String NAMES = "sign_in_names";

    private static final Logger log = LoggerFactory.getLogger(SignInPresenter.class);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    /** Ends of a session that whoever stands there knows of. */
    private static final Set<String> KNOWN_ENDS = Set.of("", ShellPresenter.BY_HAND, IdleLock.REASON);

    private final Lane lane;
    private final Background background;
    private final Clock clock;
    private final Messages messages;
    private final String demoHint;
    private final PinDesk desk;
    private List<SignInState.Person> people = List.of();
    private String chosen = "";
    private @Nullable Instant lockedAt;
    private Instant since = Instant.MIN;
    private boolean wasSignedIn;
    private Runnable free = () -> {};
    private boolean peopleKnown;
    private Runnable known = () -> {};
    private @Nullable SignInState shown;

    /** @param demoHint the PINs of the demo store, shown there only */
    public SignInPresenter(Lane lane, Background background, Clock clock, Messages messages, String demoHint) {
        this.lane = lane;
        this.background = background;
        this.clock = clock;
        this.messages = messages;
        this.demoHint = demoHint;
        this.desk = new PinDesk(lane, background, this);
        lane.onChange(this::laneChanged);
    }

    @Override
    protected void attached(SignInView newView) {
        shown = null;
        loadPeople();
        render();
    }

    /** Calls back when the people were read, or could not be. */
    public void onKnown(Runnable listener) {
        known = listener;
    }

    /** Whether all is there that the screen shows; without the people it would be painted twice. */
    public boolean complete() {
        return peopleKnown || !names();
    }

    /** Calls back when scans that waited for a check may be looked at. */
    public void onFree(Runnable listener) {
        free = listener;
    }

    /** The screen came to the front: nothing of the last person stays. */
    public void shown() {
        desk.reset();
        since = clock.instant();
        chosen = "";
        loadPeople();
        render();
    }

    /** Called each second: the count-down goes on. */
    public void tick() {
        desk.settle();
        render();
    }

    /** A digit was typed or tapped. */
    public void digit(char digit) {
        desk.digit(digit);
    }

    public void backspace() {
        desk.backspace();
    }

    /** Clears what is typed; with nothing typed, leaves the unlocking. */
    public void escape() {
        desk.escape();
    }

    /** Asks for a PIN that unlocks a locked sign-in, or leaves that again. */
    public void unlock() {
        desk.toggleUnlock();
    }

    /** A tile was tapped. */
    public void choose(String personId) {
        chosen = personId.equals(chosen) ? "" : personId;
        desk.anew();
        render();
    }

    /** Checks the PIN. */
    public void submit() {
        desk.submit();
    }

    /** A badge was scanned; {@code done} runs when it is checked. */
    void badge(String code, Runnable done) {
        desk.badge(code, done);
    }

    /** Something was scanned that is nobody's badge. */
    void askForBadge() {
        desk.say("That is no badge. Try again, or a PIN");
        render();
    }

    /** Whether a badge would be looked at now. */
    boolean takesBadges() {
        return desk.badges() && !desk.locked();
    }

    /** Since when the sign-in is in front; what was scanned before was meant for another screen. */
    Instant since() {
        return since;
    }

    /** Whether a PIN or badge is being checked. */
    boolean checking() {
        return desk.busy();
    }

    /** Whether nobody can sign in whatever they type, as far as the last attempt told. */
    public boolean broken() {
        return desk.broken();
    }

    @Override
    public void changed() {
        render();
    }

    @Override
    public void wrong() {
        SignInView now = view();
        if (now != null) {
            now.shake();
        }
    }

    @Override
    public void free() {
        free.run();
    }

    @Override
    public void unlocked(Operator by) {
        messages.show(Message.toast(by.shortName() + " unlocked the sign-in"));
    }

    private void laneChanged() {
        boolean signedIn = lane.operator().isPresent();
        if (wasSignedIn && !signedIn) {
            lockedAt = clock.instant();
            sayWhy(lane.session().get().map(Session::endedBecause).orElse(""));
        }
        wasSignedIn = signedIn;
        if (people.isEmpty()) {
            loadPeople();
        }
        desk.settle();
        render();
    }

    private void sayWhy(String end) {
        if (end.equals("deactivated")) {
            desk.say("Your access was ended by a manager");
        } else if (!KNOWN_ENDS.contains(end)) {
            desk.say("Your access was changed; sign in again");
        }
    }

    private void loadPeople() {
        Optional<Session> session = lane.session().get();
        if (session.isPresent() && view() != null && names() && lane.operator().isEmpty()) {
            background.run(session.get()::staff, this::loaded, e -> {
                log.warn("the staff could not be read", e);
                peopleKnown = true;
                known.run();
            });
        }
    }

    private boolean names() {
        return !lane.config(NAMES).filter("false"::equals).isPresent();
    }

    private void loaded(List<Operator> staff) {
        people = staff.stream()
                .map(o -> new SignInState.Person(
                        o.employeeId(), o.shortName(), o.role().title()))
                .toList();
        peopleKnown = true;
        render();
        known.run();
    }

    private void render() {
        SignInView now = view();
        SignInState next = state();
        if (now != null && !next.equals(shown)) {
            shown = next;
            now.render(next);
        }
    }

    private SignInState state() {
        ZonedDateTime here = clock.instant().atZone(zone());
        boolean names = names();
        return new SignInState(
                greeting(here.toLocalTime()),
                Formats.longDay(here.toLocalDate()) + " · who is at the register?",
                names ? people : List.of(),
                chosen,
                desk.state(),
                kept(),
                lane.store().filter(StoreSettings::demo).isPresent() ? demoHint : "");
    }

    private Optional<SignInState.Kept> kept() {
        Optional<PricedTransaction> sale =
                lane.checkout().get().map(Checkout::state).flatMap(s -> s.sale());
        return sale.map(s -> {
            long items = s.itemCount().thousandths();
            String count = Formats.quantity(items) + (items == 1000 ? " item, " : " items, ");
            Instant at = lockedAt;
            String when = at == null ? "kept since the last start" : "locked at " + time(at);
            return new SignInState.Kept(count + Formats.money(s.total().cents()) + ", " + when);
        });
    }

    private String time(Instant at) {
        return new Formats(zone(), "").time(at);
    }

    private ZoneId zone() {
        return lane.store().map(StoreSettings::zone).orElse(clock.getZone());
    }

    static String greeting(LocalTime time) {
        if (time.isBefore(NOON)) {
            return "Good morning";
        }
        return time.isBefore(EVENING) ? "Good afternoon" : "Good evening";
    }
}
