package com.euphoriapos.ui.register;

import com.euphoriapos.ui.kit.present.Message;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said about things that were not done. Screen's thread only. */
record Notices(Tools tools) {
    private static final Logger log = LoggerFactory.getLogger(Notices.class);
    private static final String REFUSED = "refused";

    /** What was refused before is no longer news. */
    void settled() {
        tools.messages().dismiss(REFUSED);
    }

    /** Says why something is not done. */
    void refuse(String reason) {
        tools.messages()
                .show(new Message(
                        REFUSED,
                        Message.Kind.WARNING,
                        reason,
                        null,
                        List.of(new Message.Choice("OK", "Esc", this::settled))));
    }

    void failed(String sentence, Exception e) {
        log.error("{}", sentence, e);
        refuse(sentence);
    }
}
