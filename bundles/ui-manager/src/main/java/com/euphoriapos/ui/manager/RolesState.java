package com.euphoriapos.ui.manager;

import com.euphoriapos.domain.Permission;
import com.euphoriapos.domain.Role;
import java.util.List;
import java.util.Map;

/**
 * Everything the screen of the roles shows. What is typed into the limits stands in the view's fields; {@code stamp} tells
 * the view when to take the texts from here.
 *
 * @param stamp another number whenever the texts were replaced
 * @param permissions one row each, a cell for each role in the order of {@link Role}
 * @param limits one row for each limit
 * @param chosen the role whose limits are shown
 * @param percent its largest percentage off a line, as typed
 * @param amount its largest amount, as typed; empty for no limit
 * @param readOnly why nothing of it can be changed, empty when it can
 * @param problem why it cannot be so, in one sentence; empty when it can
 * @param errors sentences by field: {@code percent}, {@code amount}, {@code form}
 * @param changed whether there is anything to save
 * @param busy whether it is being stored
 * @param asking whether the question about unsaved changes stands below
 */
public record RolesState(
        int stamp,
        List<PermissionRow> permissions,
        List<LimitRow> limits,
        Role chosen,
        String percent,
        String amount,
        String readOnly,
        String problem,
        Map<String, String> errors,
        boolean changed,
        boolean busy,
        boolean asking) {
    public RolesState {
        permissions = List.copyOf(permissions);
        limits = List.copyOf(limits);
        errors = Map.copyOf(errors);
    }

    /** The sentence of a field, empty when nothing is wrong with it. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /**
     * What may be the case for a role, or not.
     *
     * @param wrong whether this cell is why the role cannot be so
     */
    public record Check(boolean on, boolean wrong) {
        @Override
        public String toString() {
            return on ? "yes" : "no";
        }
    }

    /** A permission and who has it. */
    public record PermissionRow(Permission permission, List<Check> checks) {
        public PermissionRow {
            checks = List.copyOf(checks);
        }
    }

    /** A limit of a role in words. */
    public record Limit(String words, boolean wrong) {
        @Override
        public String toString() {
            return words;
        }
    }

    /** A limit of all roles. */
    public record LimitRow(String title, List<Limit> limits) {
        public LimitRow {
            limits = List.copyOf(limits);
        }
    }
}
