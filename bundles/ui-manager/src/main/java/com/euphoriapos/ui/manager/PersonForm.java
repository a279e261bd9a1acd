package com.euphoriapos.ui.manager;

import com.euphoriapos.domain.Role;
import java.util.List;
import java.util.Map;

/**
 * The card in which somebody is changed or added. What is typed stands in the view's fields; {@code stamp} tells the view
 * when to take the texts from here and to empty the PIN fields.
 *
 * @param stamp another number whenever the texts were replaced
 * @param title whose card it is
 * @param added whether the person is new
 * @param readOnly why nothing can be changed, empty when it can
 * @param roles which roles can be given
 * @param pinRule what the PIN must be, in words
 * @param badgeWords whether there is a badge, in words
 * @param canRemoveBadge whether there is one to take away
 * @param scanning whether the next scan becomes the badge
 * @param activeNote what follows from the state chosen, empty for nothing
 * @param errors sentences by field: {@code firstName}, {@code lastName}, {@code role}, {@code pin}, {@code pinAgain},
 *     {@code badge}, {@code active}, and {@code form} for what is no field's
 * @param changed whether there is anything to save
 * @param busy whether it is being stored
 * @param asking whether the question about unsaved changes stands below
 */
public record PersonForm(
        int stamp,
        String title,
        boolean added,
        String firstName,
        String lastName,
        Role role,
        boolean active,
        String readOnly,
        List<RoleChoice> roles,
        String pinRule,
        String badgeWords,
        boolean canRemoveBadge,
        boolean scanning,
        String activeNote,
        Map<String, String> errors,
        boolean changed,
        boolean busy,
        boolean asking) {
    public PersonForm {
        roles = List.copyOf(roles);
        errors = Map.copyOf(errors);
    }

    /** The sentence of a field, empty when nothing is wrong with it. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** First name and initial, as elsewhere on the lane; a plus while there is no name. */
    public String shortName() {
        String first = firstName.strip();
        String last = lastName.strip();
        if (first.isEmpty()) {
            return "+";
        }
        return last.isEmpty() ? first : first + " " + last.charAt(0) + ".";
    }

    /**
     * A role that can be given or not.
     *
     * @param reasonAgainst why not, empty when it can
     */
    public record RoleChoice(Role role, String reasonAgainst) {}
}
