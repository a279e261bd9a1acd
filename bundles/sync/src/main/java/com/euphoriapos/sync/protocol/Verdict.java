package com.euphoriapos.sync.protocol;

import java.util.Set;
import java.util.TreeSet;

/** What became of a claim. */
public sealed interface Verdict {
    /**
     * It is this lane's, until {@link Input.ClaimKept} or {@link Input.ClaimDropped}.
     *
     * @param by identities of the lanes that said so; the others could not be asked
     */
    record Granted(Set<String> by) implements Verdict {
        public Granted {
            by = Set.copyOf(new TreeSet<>(by));
        }
    }

    /** The store knows a claim of it. */
    record Taken(String by) implements Verdict {}

    /** That lane asks for it at this moment; whether it gets it is open. */
    record Contested(String by) implements Verdict {}

    /** That lane is connected and did not answer in time. */
    record Late(String node) implements Verdict {}
}
