package com.euphoriapos.ui.register.testing;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.approval.ApprovalResult;
import com.euphoriapos.api.approval.Approvals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Ruth's PIN is 222222, and her approval's token is "ruth". One thread at a time. */
public final class MemoryApprovals implements Approvals {
    /** The PIN that allows everything. */
    public static final String PIN = "222222";

    /** What was asked for, as "request: reason". */
    public final List<String> approvals = new ArrayList<>();
    /** Requests that were given up. */
    public final List<String> withdrawn = new ArrayList<>();

    private Optional<ApprovalResult> next = Optional.empty();

    /** The next PIN ends like this. */
    public void next(ApprovalResult result) {
        next = Optional.of(result);
    }

    @Override
    public ApprovalResult approve(String requestId, char[] pin, String reason) {
        approvals.add(requestId + ": " + reason);
        boolean right = Arrays.equals(pin, PIN.toCharArray());
        Arrays.fill(pin, '\0');
        if (next.isPresent()) {
            ApprovalResult planned = next.get();
            next = Optional.empty();
            return planned;
        }
        return right ? new ApprovalResult.Approved(new Approval("ruth"), "Ruth K.") : new ApprovalResult.WrongPin();
    }

    @Override
    public void withdraw(String requestId) {
        withdrawn.add(requestId);
    }
}
