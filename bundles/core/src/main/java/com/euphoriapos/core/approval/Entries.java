package com.euphoriapos.core.approval;

import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.api.store.JournalRepository;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.pin.PinCheck;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Operator;
import java.time.Instant;
import java.util.Optional;

/**
 * The journal's entries of one attempt to approve.
 *
 * @param request what was asked for; empty where it is no longer known
 * @param asker id of who asked
 * @param lane label of the lane
 * @param reason as typed or chosen
 */
record Entries(Optional<ApprovalRequest> request, String asker, String lane, String reason) {
    private static final String REFUSED = "APPROVAL_REFUSED";

    JournalRepository.Entry approved(Operator approver, Instant at) {
        return entry("APPROVED", new Approver(approver.employeeId(), approver.shortName()), "", at);
    }

    JournalRepository.Entry mayNot(Operator approver, Instant at) {
        return entry(REFUSED, new Approver(approver.employeeId(), approver.shortName()), "may-not", at);
    }

    JournalRepository.Entry wrong(PinCheck.Failure failure, Instant at) {
        return entry(REFUSED, new Approver(failure.employeeId(), ""), failure.cause(), at);
    }

    private JournalRepository.Entry entry(String kind, Approver approver, String problem, Instant at) {
        String detail = Json.object(json -> {
            json.writeStringField("approver", approver.id);
            json.writeStringField("approverName", approver.name);
            json.writeStringField("reason", reason);
            json.writeStringField("lane", lane);
            if (!problem.isEmpty()) {
                json.writeStringField("problem", problem);
            }
            if (request.isPresent()) {
                Act act = request.get().act();
                json.writeStringField("act", request.get().title());
                json.writeStringField("permission", act.permission().name());
                json.writeNumberField("percentPpm", act.percent().partsPerMillion());
                json.writeNumberField("amount", act.amount().cents());
            }
        });
        String subject = request.map(ApprovalRequest::subject).orElse("");
        return new JournalRepository.Entry(at, kind, asker, subject, detail);
    }

    private record Approver(String id, String name) {}
}
