package com.euphoriapos.core.sync;

import com.euphoriapos.api.replication.EventRejectedException;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.api.sync.Event;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last edit wins: of all edits that a lane knows of a part of a thing, the one of the highest time, lane and opening. A version keeps the
 * winner, the base that its author saw, and the highest of all that lost, the rival. The winner needs a review while its author had not
 * seen the rival. All three are maxima, so they follow from the set of edits alone: every lane comes to the same, in whatever order and
 * however often the edits arrive. Pure.
 */
public final class LastEdit {
    private static final Pattern HLC = Pattern.compile("[0-9a-f]{12}-[0-9a-f]{4}");
    private static final Pattern STAMP = Pattern.compile("[0-9a-f]{12}-[0-9a-f]{4} \\S{1,100}");

    private LastEdit() {}

    /**
     * What an edit makes of a part.
     *
     * @param before the version that the part had
     * @param now the version that it has from now on
     * @param wins whether the part shows the edit from now on
     */
    public record Merge(Optional<Version> before, Version now, boolean wins) {
        /** Whether winner or rival are others than before. */
        public boolean changes() {
            return !Optional.of(now).equals(before);
        }
    }

    /** The edit that an event is; {@code base} is the stamp of what its author saw, as the payload says, empty for nothing. */
    public static Version edit(Event event, String base) {
        if (!HLC.matcher(event.hlc()).matches()) {
            throw new EventRejectedException("The hybrid time is not 12 hex digits, a dash and 4.");
        }
        if (!isStampOrEmpty(base)) {
            throw new EventRejectedException("The base names no edit.");
        }
        return new Version(event.hlc(), event.stream().author(), base, "");
    }

    /** Whether the text names an edit, or is empty for none. */
    public static boolean isStampOrEmpty(String text) {
        return text.isEmpty() || STAMP.matcher(text).matches();
    }

    /** What an edit makes of a part that has this version. */
    public static Merge merge(Optional<Version> before, Version edit) {
        if (before.isEmpty()) {
            return new Merge(before, edit, true);
        }
        Version shown = before.get();
        int order = edit.compareTo(shown);
        if (order == 0) {
            return new Merge(before, shown, false);
        }
        if (order > 0) {
            // What was shown is the highest of those that have lost.
            return new Merge(before, new Version(edit.hlc(), edit.node(), edit.base(), shown.stamp()), true);
        }
        String rival = edit.stamp().compareTo(shown.rival()) > 0 ? edit.stamp() : shown.rival();
        return new Merge(before, new Version(shown.hlc(), shown.node(), shown.base(), rival), false);
    }
}
