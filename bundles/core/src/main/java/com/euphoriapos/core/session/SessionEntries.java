package com.euphoriapos.core.session;

import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.domain.Operator;
import java.time.Instant;

/**
 * The journal's entries of who came and went.
 *
 * @param lane label of the lane
 */
record SessionEntries(String lane) {
    /** By {@code pin} or {@code badge}. */
    JournalRepository.Entry signedIn(Operator operator, String by, Instant at) {
        return entry("SIGN_IN", operator, "by", by, at);
    }

    JournalRepository.Entry signedOut(Operator operator, String reason, Instant at) {
        return entry("SIGN_OUT", operator, "reason", reason, at);
    }

    JournalRepository.Entry unlocked(Operator operator, Instant at) {
        return entry("SIGN_IN_UNLOCKED", operator, "by", "pin", at);
    }

    /** The journal tells apart what the screen does not. */
    JournalRepository.Entry failed(String at, PinCheck.Failure failure, Instant when) {
        return new JournalRepository.Entry(when, "SIGN_IN_FAILED", "", failure.employeeId(), failure.detail(at, lane));
    }

    private JournalRepository.Entry entry(String kind, Operator operator, String name, String value, Instant at) {
        String detail = Json.object(json -> {
            json.writeStringField(name, value);
            json.writeStringField("lane", lane);
        });
        return new JournalRepository.Entry(at, kind, operator.employeeId(), operator.employeeId(), detail);
    }
}
