package com.euphoriapos.ui.manager;

import com.euphoriapos.api.replication.CloudLink.EnrolResult.Part;
import com.euphoriapos.api.replication.Replication.Finding;
import com.euphoriapos.api.status.StatusItem.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is shown of the cloud but the texts in its fields, which stay where they are typed.
 *
 * @param page what is open of it
 * @param level how well it is
 * @param title such as "No cloud"
 * @param sentence what that means, with what waits
 * @param facts what is known of it, in the order of showing
 * @param alarms what somebody has to look at, each a sentence
 * @param findings what the last comparison found
 * @param any whether there is a cloud at all
 * @param enrolled whether the lane is in: it can send and compare
 * @param busy what is being done
 * @param errors what is wrong with a part of the form
 * @param note what became of what was done last
 */
public record CloudState(
        Page page,
        Level level,
        String title,
        String sentence,
        List<Fact> facts,
        List<String> alarms,
        List<Finding> findings,
        boolean any,
        boolean enrolled,
        Optional<Work> busy,
        Map<Part, String> errors,
        Note note) {
    public CloudState {
        facts = List.copyOf(facts);
        alarms = List.copyOf(alarms);
        findings = List.copyOf(findings);
        errors = Map.copyOf(errors);
    }

    /** What is open. */
    public enum Page {
        /** The section below the lanes alone. */
        CLOSED,
        /** All that is known. */
        DETAILS,
        /** Address and code. */
        FORM
    }

    /** What takes a while. */
    public enum Work {
        ENROL,
        SEND,
        COMPARE
    }

    /** One thing that is known. */
    public record Fact(String name, String value) {}

    /**
     * A sentence.
     *
     * @param bad whether it says that something went wrong
     */
    public record Note(String sentence, boolean bad) {
        static final Note NONE = new Note("", false);
    }
}
