package com.euphoriapos.ui.manager;

import com.euphoriapos.api.journal.Journal.Line;
import com.euphoriapos.api.journal.Journal.Person;
import java.util.List;
import java.util.Optional;

/**
 * Everything the journal screen shows.
 *
 * @param wanted what is looked for
 * @param kinds to choose from
 * @param people to choose from
 * @param lines found so far, newest first
 * @param chosen the line that is shown whole
 * @param problem why there is no list, or what is wrong with a day; empty when all is well
 * @param reading whether something is being read
 * @param check how far a verification is, or what came of the last one
 */
public record JournalState(
        Wanted wanted,
        List<String> kinds,
        List<Person> people,
        List<Line> lines,
        Optional<Line> chosen,
        String problem,
        boolean reading,
        Check check) {
    public JournalState {
        kinds = List.copyOf(kinds);
        people = List.copyOf(people);
        lines = List.copyOf(lines);
    }

    /**
     * What is looked for.
     *
     * @param from first day as typed, such as 2026-11-23; empty for no limit
     * @param to last day as typed; empty for no limit
     * @param kind exactly, empty for all
     * @param person id, empty for all
     * @param text in any part of an entry, empty for all
     */
    public record Wanted(String from, String to, String kind, String person, String text) {
        /** Everything. */
        public static final Wanted ALL = new Wanted("", "", "", "", "");
    }

    /**
     * A verification.
     *
     * @param running whether it runs now
     * @param done entries so far
     * @param all entries in all, 0 while nobody knows
     * @param words what came of it, empty while there is none
     * @param bad whether the journal is not as it was written
     */
    public record Check(boolean running, long done, long all, String words, boolean bad) {
        /** None since the screen came to the front. */
        public static final Check NONE = new Check(false, 0, 0, "", false);
    }
}
