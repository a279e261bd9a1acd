package com.euphoriapos.core.checkout;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.core.approval.ApprovalDesk;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Authorization;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.RolePolicy;
import java.util.Optional;

/** Asks nobody: the test says who would allow the last request. The rules of the real desk: one act, one subject, once. */
public final class TestLeave implements ApprovalDesk {
    private Optional<ApprovalRequest> asked = Optional.empty();
    private Optional<Granted> granted = Optional.empty();
    private int requests;

    /** The approver types the PIN; empty where they may not allow it. */
    public Optional<Approval> allow(Operator operator, Operator approver, String reason) {
        ApprovalRequest request = asked.orElseThrow();
        if (Authorization.approvalProblem(operator, approver, request.act()).isPresent()) {
            return Optional.empty();
        }
        granted = Optional.of(new Granted(approver, reason));
        return Optional.of(new Approval(request.id()));
    }

    /** What was asked for last. */
    public ApprovalRequest asked() {
        return asked.orElseThrow();
    }

    @Override
    public ApprovalRequest ask(Operator operator, Act act, String title, String subject) {
        granted = Optional.empty();
        ApprovalRequest request = new ApprovalRequest(
                "r" + ++requests, act, title, "", subject, Authorization.rolesAllowing(RolePolicy.DEFAULT, act));
        asked = Optional.of(request);
        return request;
    }

    @Override
    public Optional<Granted> redeem(Optional<Approval> approval, Operator operator, Act act, String subject) {
        Optional<Granted> was = granted;
        granted = Optional.empty();
        return approval.isPresent()
                        && asked.filter(request ->
                                        request.id().equals(approval.get().token())
                                                && request.act().equals(act)
                                                && request.subject().equals(subject))
                                .isPresent()
                ? was
                : Optional.empty();
    }
}
