package com.euphoriapos.api.approval;

import com.euphoriapos.domain.Act;
import com.euphoriapos.domain.Role;
import java.util.List;

/**
 * What the operator asked for and may not do alone.
 *
 * @param id made by the core; good for two minutes
 * @param act what permissions and limits look at
 * @param title what the sheet says, such as "Change the price of Buffalo Trace from 29.99 to 19.99"
 * @param why why it needs somebody else, in one sentence
 * @param subject what it is about: id of a transaction and number of a line, or empty
 * @param rolesAllowing who can allow it, from the least trusted
 */
public record ApprovalRequest(String id, Act act, String title, String why, String subject, List<Role> rolesAllowing) {
    public ApprovalRequest {
        rolesAllowing = List.copyOf(rolesAllowing);
    }
}
