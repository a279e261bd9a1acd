package com.euphoriapos.ui.shell;

import com.euphoriapos.api.checkout.Checkout;
import com.euphoriapos.api.session.Session;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.settings.StoreSettings;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.PricedTransaction;
import com.euphoriapos.ui.kit.present.Background;
import com.euphoriapos.ui.kit.present.Formats;
import com.euphoriapos.ui.kit.present.Presenter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-in by PIN. A PIN signs in whoever it belongs to; a chosen tile only greets. The check runs in the background, and
 * what is typed meanwhile is not taken. Screen's thread only.
 */
public final class SignInPresenter extends Presenter<SignInView> {
    /** The same for a PIN that nobody has and for one whose owner may no longer sign in. */
    static final String WRONG = "This PIN does not open the register";

    private static final Logger log = LoggerFactory.getLogger(SignInPresenter.class);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Lane lane;
    private final Background background;
    private final Clock clock;
    private final String demoHint;
    private final PinBuffer pin = new PinBuffer();
    private List<SignInState.Person> people = List.of();
    private String chosen = "";
    private String error = "";
    private boolean busy;
    private @Nullable Instant lockedUntil;
    private @Nullable Instant lockedAt;
    private boolean wasSignedIn;
    private @Nullable SignInState shown;

    /** @param demoHint the PINs of the demo store, shown there only */
    public SignInPresenter(Lane lane, Background background, Clock clock, String demoHint) {
        this.lane = lane;
        this.background = background;
        this.clock = clock;
        this.demoHint = demoHint;
        lane.onChange(this::laneChanged);
    }

    @Override
    protected void attached(SignInView newView) {
        shown = null;
        render();
    }

    /** The screen came to the front: nothing of the last person stays. */
    public void shown() {
        pin.clear();
        error = "";
        chosen = "";
        loadPeople();
        render();
    }

    /** Called each second: the count-down goes on. */
    public void tick() {
        Instant until = lockedUntil;
        if (until != null && !clock.instant().isBefore(until)) {
            lockedUntil = null;
            error = "";
        }
        render();
    }

    /** A digit was typed or tapped. */
    public void digit(char digit) {
        if (busy || lockedUntil != null) {
            return;
        }
        if (pin.length() == 0) {
            error = "";
        }
        pin.type(digit);
        render();
    }

    public void backspace() {
        if (!busy) {
            pin.backspace();
            render();
        }
    }

    /** Clears what is typed. */
    public void clear() {
        if (!busy) {
            pin.clear();
            render();
        }
    }

    /** A tile was tapped. */
    public void choose(String personId) {
        chosen = personId.equals(chosen) ? "" : personId;
        pin.clear();
        if (lockedUntil == null) {
            error = "";
        }
        render();
    }

    /** Checks the PIN. */
    public void submit() {
        if (busy || lockedUntil != null) {
            return;
        }
        Optional<Session> session = lane.session().get();
        if (pin.length() == 0) {
            error = "Type your PIN first";
        } else if (session.isEmpty()) {
            error = "The store is not open yet; try again in a moment";
        } else {
            busy = true;
            error = "";
            char[] typed = pin.take();
            background.run(() -> session.get().signIn(typed), this::answered, this::failed);
        }
        render();
    }

    private void answered(SignInResult result) {
        busy = false;
        if (result instanceof SignInResult.SignedIn) {
            error = "";
            chosen = "";
        } else if (result instanceof SignInResult.LockedOut locked) {
            lockedUntil = clock.instant().plus(locked.remaining());
            wrong("");
        } else if (result instanceof SignInResult.Unavailable unavailable) {
            wrong(unavailable.reason());
        } else {
            wrong(WRONG);
        }
        render();
    }

    private void wrong(String sentence) {
        error = sentence;
        SignInView now = view();
        if (now != null) {
            now.shake();
        }
    }

    private void failed(Exception e) {
        log.error("sign-in failed", e);
        busy = false;
        error = "The PIN could not be checked; try again";
        render();
    }

    private void laneChanged() {
        boolean signedIn = lane.operator().isPresent();
        if (wasSignedIn && !signedIn) {
            lockedAt = clock.instant();
        }
        wasSignedIn = signedIn;
        if (people.isEmpty()) {
            loadPeople();
        }
        render();
    }

    private void loadPeople() {
        Optional<Session> session = lane.session().get();
        if (session.isPresent() && view() != null && lane.operator().isEmpty()) {
            background.run(session.get()::staff, this::loaded, e -> log.warn("the staff could not be read", e));
        }
    }

    private void loaded(List<Operator> staff) {
        people = staff.stream()
                .map(o -> new SignInState.Person(
                        o.employeeId(), o.shortName(), o.role().title()))
                .toList();
        render();
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
        return new SignInState(
                greeting(here.toLocalTime()),
                Formats.longDay(here.toLocalDate()) + " · who is at the register?",
                people,
                chosen,
                pin.length(),
                countDown().orElse(error),
                busy,
                lockedUntil != null,
                kept(),
                lane.store().filter(StoreSettings::demo).isPresent() ? demoHint : "");
    }

    private Optional<String> countDown() {
        Instant until = lockedUntil;
        if (until == null) {
            return Optional.empty();
        }
        long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
        return Optional.of("Too many wrong PINs; try again in " + Formats.duration(seconds));
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
