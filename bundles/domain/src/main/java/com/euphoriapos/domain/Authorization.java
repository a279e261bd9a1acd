package com.euphoriapos.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decides who may do what: pure. Two people never may more together than one of them alone: an act needs one person whose own
 * permissions and limits hold all of it.
 */
public final class Authorization {
    /** What is to be done with an act. */
    public enum Decision {
        /** The operator may do it. */
        ALLOWED,
        /** The operator may not, but another person's PIN can allow it. */
        NEEDS_APPROVAL
    }

    private Authorization() {}

    /** Whether the operator may do it alone. */
    public static Decision decide(Operator operator, Act act) {
        return operator.authority().allows(act) ? Decision.ALLOWED : Decision.NEEDS_APPROVAL;
    }

    /** Why the approver can't allow the operator's act, in one sentence; empty when they can. */
    public static Optional<String> approvalProblem(Operator operator, Operator approver, Act act) {
        if (operator.employeeId().equals(approver.employeeId())) {
            return Optional.of("Somebody else has to allow this.");
        }
        if (!approver.may(act.permission())) {
            return Optional.of(approver.shortName() + " may not allow this.");
        }
        return approver.authority().allows(act)
                ? Optional.empty()
                : Optional.of("This is more than " + approver.shortName() + " may allow.");
    }

    /** The roles that may do it alone under a policy, from the least trusted; never empty, because owners may everything. */
    public static List<Role> rolesAllowing(RolePolicy policy, Act act) {
        return Arrays.stream(Role.values())
                .filter(role -> policy.authority(role).allows(act))
                .toList();
    }
}
