package com.euphoriapos.api.session;

import com.euphoriapos.domain.Operator;
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
    SignInResult signIn(char[] pin);

    /** Locks the lane; the sale in progress stays. Safe on any thread. */
    void signOut();

    /** Who is signed in; returns at once. */
    Optional<Operator> current();

    /** The active people, for the tiles of the sign-in screen. Reads the store: not on the event thread. */
    List<Operator> staff();

    /** Adds a listener, called after each sign-in and sign-out on the thread that did it. */
    void addListener(Listener listener);

    void removeListener(Listener listener);

    /** Hears who is signed in. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void sessionChanged(Optional<Operator> operator);
    }
}
