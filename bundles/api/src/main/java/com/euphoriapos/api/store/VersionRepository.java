package com.euphoriapos.api.store;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which edit each part of a shared thing shows: table {@code versions}. The store itself writes the version of an own message when that
 * is appended; handlers write those of others' events.
 */
@ProviderType
public interface VersionRepository {
    /** The part that things have which are edited as a whole. */
    String WHOLE = "";

    /** The version of a part; empty where nobody has edited it. */
    Optional<Version> of(String aggregate, String part);

    /** Inserts or replaces. */
    void put(String aggregate, String part, Version version);

    /** A part of a thing: a group of fields that are edited together. */
    record Part(String aggregate, String name) {}

    /**
     * Which edit wins is decided by {@link #compareTo}: the same on every lane, in whatever order they arrive.
     *
     * @param hlc hybrid logical time of the edit
     * @param node where it was made: {@link com.euphoriapos.api.sync.StreamId#author} of the lane's log
     * @param base {@link #stamp} of the version that whoever made it saw; empty for none
     * @param rival {@link #stamp} of the highest edit that lost against this one; empty for none
     */
    record Version(String hlc, String node, String base, String rival) implements Comparable<Version> {
        /** Sortable, names this edit: what a later edit gives as its base. */
        public String stamp() {
            return hlc + " " + node;
        }

        /** Whether an edit lost that whoever made this one had not seen: somebody has to look at both. */
        public boolean review() {
            return rival.compareTo(base) > 0;
        }

        @Override
        public int compareTo(Version other) {
            return stamp().compareTo(other.stamp());
        }
    }
}
