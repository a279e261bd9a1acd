package com.euphoriapos.core.approval;

import com.euphoriapos.api.approval.Approval;
import com.euphoriapos.api.approval.ApprovalRequest;
import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Operator;
import java.util.Optional;

/**
 * Where the core's use cases ask for another person's leave and hand in what they got. One request at a time: only one person is
 * signed in. Nothing of it outlives the process. Thread-safe; not for the event thread.
 */
public interface ApprovalDesk {
    /**
     * Asks for leave; an older request is forgotten, whether it was approved or not.
     *
     * @param operator who is signed in and may not do it alone
     * @param act all of it: permission, percent and amount
     * @param title what the sheet says, such as "Change the price of Buffalo Trace from 29.99 to 19.99"
     * @param subject what it is about: id of a transaction and number of a line, or empty
     */
    ApprovalRequest ask(Operator operator, Act act, String title, String subject);

    /**
     * Uses an approval up. It is good once, for two minutes from the request, for the operator who asked and is signed in since, for the
     * same subject and exactly the same act, and only while the approver may still do it. One that is shown for anything else is used up
     * too. Reads one row of the store.
     *
     * @param approval as the caller of the use case handed it in
     * @return who allowed it and why; empty where nobody did
     */
    Optional<Granted> redeem(Optional<Approval> approval, Operator operator, Act act, String subject);

    /**
     * Leave that was given.
     *
     * @param approver who allowed it
     * @param reason why, as typed or chosen
     */
    record Granted(Operator approver, String reason) {}
}
