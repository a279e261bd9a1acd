package com.euphoriapos.core.employee;

import com.euphoriapos.api.store.VersionRepository.Version;
import java.util.Optional;

/**
 * Whether somebody may sign in, over all that is known of it. A deactivation holds against everything but a reactivation whose author had
 * seen it, or a later one: an edit made elsewhere in ignorance brings nobody back. Kept are the highest deactivation and the highest one
 * that a reactivation had seen; both are maxima, so the order in which edits arrive does not matter. Immutable.
 *
 * @param deactivated stamp of the highest deactivation, empty for none
 * @param undone stamp of the highest deactivation that somebody took back, empty for none
 */
record Activity(String deactivated, String undone) {
    /** Nobody was ever deactivated. */
    static final Activity NONE = new Activity("", "");

    /** What stands for no deactivation: before every edit. */
    private static final Version NEVER = new Version("000000000000-0000", "-", "", "");

    /** As kept in the version of the part. */
    static Activity of(Optional<Version> version) {
        return version.filter(kept -> kept.compareTo(NEVER) > 0)
                .map(kept -> new Activity(kept.stamp(), kept.base()))
                .orElse(NONE);
    }

    /** The form in which it is kept. */
    Version version() {
        int space = deactivated.indexOf(' ');
        return space < 0
                ? NEVER
                : new Version(deactivated.substring(0, space), deactivated.substring(space + 1), undone, "");
    }

    /** With an edit of that stamp, whose author had seen {@code base}. */
    Activity with(boolean active, String stamp, String base) {
        // What somebody took back has happened, also where it is not known yet.
        return active
                ? new Activity(max(deactivated, base), max(undone, base))
                : new Activity(max(deactivated, stamp), undone);
    }

    /** Whether they may sign in; empty where only the row knows. */
    Optional<Boolean> active() {
        return deactivated.isEmpty() ? Optional.empty() : Optional.of(undone.compareTo(deactivated) >= 0);
    }

    private static String max(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
