package com.euphoriapos.api.settings;

import com.euphoriapos.api.access.Requires;
import com.euphoriapos.api.access.Unrestricted;
import com.euphoriapos.domain.Permission;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The business settings of the store, table {@code pos_config}: typed, declared once, read by everybody's sale, changed by those that
 * the declaration names. A change stands in the journal and the event log of the same transaction. Thread-safe; changing writes the
 * store: not on the event thread.
 */
@ProviderType
public interface PosConfig {
    /** All declarations, in the order of a screen; returns at once. */
    @Unrestricted("says which settings there are, not what they are")
    List<Key> keys();

    /**
     * The value in the form that {@link #setConfig} takes, the default where nobody set it; returns at once.
     *
     * @throws com.euphoriapos.api.access.ForbiddenException for somebody who neither sells nor changes settings
     * @throws IllegalArgumentException for a key that is not declared
     */
    @Requires({Permission.SELL, Permission.MANAGE_SETTINGS})
    String getConfig(String key);

    /**
     * The value of a setting that the sign-in screen itself follows, in the form of {@link #getConfig}: {@code idle_lock_minutes},
     * {@code badge_sign_in} and {@code sign_in_names}. Empty for every other key; returns at once.
     */
    @Unrestricted("the sign-in screen shows it to everybody before anybody is signed in")
    Optional<String> beforeSignIn(String key);

    /**
     * Sets a value. One that is the same already changes nothing and leaves no trace. A sale in progress takes a new tax rate on at its
     * next change, and at its payment at the latest: where that changes what is due, the payment is refused and the new total shown, so
     * that nobody pays another amount than the one on the screen.
     *
     * @param value as typed; {@link SetResult.Set} holds the form in which it is kept
     */
    @Requires(Permission.MANAGE_SETTINGS)
    SetResult setConfig(String key, String value);

    /** How a value looks. */
    enum Type {
        TEXT,
        /** Lines separated by line feeds. */
        LINES,
        /** Such as 8.875. */
        PERCENT,
        /** Such as 12.50. */
        AMOUNT,
        WHOLE_NUMBER,
        /** {@code true} or {@code false}. */
        YES_NO,
        /** One of {@link Key#choices}. */
        CHOICE
    }

    /** Adds a listener, called after settings changed here or on another lane, on any thread. */
    @Unrestricted("hears only that something changed")
    void addListener(Listener listener);

    @Unrestricted("forgets only")
    void removeListener(Listener listener);

    /** Hears that settings changed; return at once. */
    @ConsumerType
    @FunctionalInterface
    interface Listener {
        void settingsChanged();
    }

    /**
     * A declaration.
     *
     * @param name such as {@code tax_rate}
     * @param group heading of a screen
     * @param title what a screen calls it
     * @param description one sentence: what it does, its range
     * @param defaultValue in the form of the type
     * @param choices for {@link Type#CHOICE}, else empty
     * @param writableWith who may change it; empty: nobody, it is changed elsewhere
     */
    record Key(
            String name,
            String group,
            String title,
            String description,
            Type type,
            String defaultValue,
            List<String> choices,
            Optional<Permission> writableWith) {
        public Key {
            choices = List.copyOf(choices);
        }
    }

    /** What became of a change. */
    sealed interface SetResult {
        /** Done; everybody has the new value. */
        record Set(String value) implements SetResult {}

        /** Not a value of that key, or not a key; one sentence says what is wrong and where. Nothing was changed. */
        record Invalid(String reason) implements SetResult {}

        /** {@code FORBIDDEN}; the sentence says who may. */
        record Forbidden(String reason) implements SetResult {}

        /** It could not be stored; nothing was changed. */
        record Unavailable(String reason) implements SetResult {}
    }
}
