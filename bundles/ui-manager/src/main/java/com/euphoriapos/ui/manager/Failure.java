package com.euphoriapos.ui.manager;

import com.euphoriapos.api.access.ForbiddenException;
import org.slf4j.Logger;

/** What a manager reads when a call that ran in the background threw. */
final class Failure {
    private Failure() {}

    /**
     * The refusal's own words where the person may not; anything else is logged.
     *
     * @param what could not be done, for the log
     * @param otherwise the sentence for all but a refusal
     */
    static String sentence(Exception e, Logger log, String what, String otherwise) {
        if (e instanceof ForbiddenException) {
            return String.valueOf(e.getMessage());
        }
        log.error("{}", what, e);
        return otherwise;
    }
}
