package com.euphoriapos.core.session;

import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.api.store.Store;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.domain.Operator;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes who came and went, and keeps the lockout. A disk that fails keeps nobody out: what can't be written is logged. */
final class SessionJournal {
    static final String KEY_LOCKOUT = "session.lockout";

    private static final Logger LOG = LoggerFactory.getLogger(SessionJournal.class);

    private final Store store;

    SessionJournal(Store store) {
        this.store = store;
    }

    Optional<String> lockout() {
        return store.read(handle -> handle.lane().get(KEY_LOCKOUT));
    }

    void signedIn(Operator operator, boolean clearLockout, Instant at) {
        write(handle -> {
            if (clearLockout) {
                handle.lane().remove(KEY_LOCKOUT);
            }
            handle.journal().append(entry(at, "SIGN_IN", operator.employeeId(), "{}"));
        });
    }

    void signedOut(Operator operator, Instant at) {
        write(handle -> handle.journal().append(entry(at, "SIGN_OUT", operator.employeeId(), "{}")));
    }

    /** The journal tells apart what the screen does not. */
    void failed(Failure failure, Lockout lockout, Instant at) {
        String detail = Json.object(json -> {
            json.writeStringField("reason", failure.reason());
            json.writeNumberField("failures", lockout.failures());
            json.writeNumberField("lockedSeconds", lockout.remaining().toSeconds());
        });
        write(handle -> {
            handle.lane().put(KEY_LOCKOUT, lockout.encode());
            handle.journal()
                    .append(new JournalRepository.Entry(at, "SIGN_IN_FAILED", "", failure.employeeId(), detail));
        });
    }

    private static JournalRepository.Entry entry(Instant at, String kind, String employeeId, String detail) {
        return new JournalRepository.Entry(at, kind, employeeId, employeeId, detail);
    }

    private void write(Consumer<StoreHandle> work) {
        try {
            store.write(handle -> {
                work.accept(handle);
                return Boolean.TRUE;
            });
        } catch (StoreException e) {
            LOG.error("A sign-in or sign-out is missing in the journal: {}", e.getMessage(), e);
        }
    }

    /**
     * Why somebody was not let in.
     *
     * @param employeeId whose PIN it was, empty where nobody's
     */
    record Failure(String reason, String employeeId) {}
}
