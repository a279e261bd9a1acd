package com.euphoriapos.api.session;

import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.domain.Operator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** The lane's session: at most one person is signed in. Thread-safe. */
@ProviderType
public interface Session {
    /**
     * Checks a PIN: one look-up and exactly one bcrypt check, whatever the result. Takes about 100 ms: never on the event
     * thread. The array is wiped.
     */
    @Unrestricted("the PIN is what is checked")
    SignInResult signIn(char[] pin);

    /**
     * Checks a badge's code: as costly as a PIN, whatever the result; failures count for the same lockout. A code that is nobody's is
     * a wrong PIN to the screen. Nothing is checked where the store's settings say that badges don't sign in.
     *
     * @param code as {@link com.euphoriapos.domain.BadgeCode#plain} gives it
     */
    @Unrestricted("the badge is what is checked")
    SignInResult signInByBadge(String code);

    /**
     * A manager makes a locked sign-in usable again: with nobody signed in by the PIN, which is one more attempt that costs and counts
     * like the others (at most three while one lock lasts); {@code SignedIn} then means unlocked, and nobody is signed in.
     */
    @Unrestricted("the PIN is what is checked, and its owner's permission")
    SignInResult unlock(char[] pin);

    /** How long sign-in is locked; zero when it is not. Returns at once, on any thread. */
    @Unrestricted("the sign-in screen says it")
    Duration lockedFor();

    /** Locks the lane for a reason that the journal names, such as {@code idle}; the sale in progress stays. Safe on any thread. */
    @Unrestricted("locking is always safe")
    void signOut(String reason);

    /** Locks the lane; the sale in progress stays. Safe on any thread. */
    @Unrestricted("locking is always safe")
    void signOut();

    /**
     * Why the last session ended: what {@link #signOut(String)} was given, else what ended it, such as {@code deactivated}; empty before
     * the first end. Returns at once.
     */
    @Unrestricted("says why the lane is locked, not whose session it was")
    String endedBecause();

    /** Who is signed in, with what they may do at this moment; returns at once. */
    @Unrestricted("who it is is what use cases ask")
    Optional<Operator> current();

    /** The active people, for the tiles of the sign-in screen. Reads the store: not on the event thread. */
    @Unrestricted("the names that the sign-in screen shows, before anybody can be signed in")
    List<Operator> staff();

    /** Adds a listener, called after each sign-in, sign-out and change of what the person may do, on the thread that did it. */
    @Unrestricted("hears only who is signed in")
    void addListener(Listener listener);

    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /** Hears who is signed in. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void sessionChanged(Optional<Operator> operator);
    }
}
