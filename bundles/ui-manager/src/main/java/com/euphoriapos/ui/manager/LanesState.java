package com.euphoriapos.ui.manager;

import com.euphoriapos.api.replication.Pairing.Invite;
import com.euphoriapos.api.status.StatusItem.Level;
import com.euphoriapos.api.sync.PairedLane;
import java.util.List;
import java.util.Optional;

/**
 * Everything the screen of the lanes shows.
 *
 * @param rows this lane first, the others by label
 * @param chosen the lane that is shown in full
 * @param invite what is open for a new lane
 * @param left what is left of the invite's time, such as "9:41"
 * @param asking what has to be confirmed, for the chosen lane
 * @param news what stands above the list: how much of the history is here, what somebody has to look at; empty when all is well
 * @param busy whether something is being stored
 * @param error what went wrong last, empty when nothing did
 */
public record LanesState(
        List<Row> rows,
        Optional<Row> chosen,
        Optional<Invite> invite,
        String left,
        Optional<Act> asking,
        List<String> news,
        boolean busy,
        String error) {
    public LanesState {
        rows = List.copyOf(rows);
        news = List.copyOf(news);
    }

    /** What can be done to a lane, for good. */
    public enum Act {
        RETIRE(
                "Retire",
                "Its machine goes out of use, for good. What it has told the others stays. What it has not told yet they"
                        + " never get: let it connect first if it can."),
        REVOKE(
                "Revoke",
                "For a machine that was lost or stolen: from now on no lane speaks with it, for good. What it has told stays;"
                        + " what it has not told yet the others never get.");

        private final String title;
        private final String meaning;

        Act(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        /** What the button says. */
        public String title() {
            return title;
        }

        /** What happens then. */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * A lane.
     *
     * @param self whether it is this one
     * @param level how well it is
     * @param state in words, such as "Connected"
     * @param lastExchange when it was last heard, such as "20 s ago"
     * @param backlog how much of this lane's doing it does not have yet, such as "12"
     * @param clock how far its clock is off, empty where that does not matter
     * @param trouble a sentence, empty when there is none
     */
    public record Row(
            PairedLane lane,
            boolean self,
            Level level,
            String state,
            String lastExchange,
            String backlog,
            String clock,
            String trouble) {
        /** Whether it can be retired or revoked here. */
        public boolean changeable() {
            return !self && lane.maySpeak();
        }
    }
}
