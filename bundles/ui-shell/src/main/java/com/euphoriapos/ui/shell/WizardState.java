package com.euphoriapos.ui.shell;

import java.util.List;
import java.util.Map;

/**
 * Everything the wizard shows but the texts in its fields, which stay where they are typed.
 *
 * @param step where it is
 * @param errors one sentence by the name of the field
 * @param problem a sentence that belongs to no field, empty when there is none
 * @param busy whether an answer is being checked or stored
 * @param code the groups of the recovery code on the last step, else empty
 * @param printed what became of printing the code, empty before
 * @param join what the page that joins a store shows
 * @param cloudOf what the cloud calls the store that this lane is enrolled in; empty before
 */
public record WizardState(
        Step step,
        Map<String, String> errors,
        String problem,
        boolean busy,
        List<String> code,
        String printed,
        JoinState join,
        String cloudOf) {
    public WizardState {
        errors = Map.copyOf(errors);
        code = List.copyOf(code);
    }

    /** What the page says of itself, at its top. */
    public String title() {
        return switch (step) {
            case START -> "Welcome";
            case JOIN -> "Join a store";
            case STORE -> "Set up this register";
            case OWNER -> "Who owns the store?";
            case CODE -> "The recovery code";
            case CLOUD -> cloudOf.isEmpty() ? "Is there a cloud?" : "This lane is linked to the cloud";
        };
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "WizardState[" + step + ", " + errors.keySet() + "]";
    }

    /** The steps in their order. */
    public enum Step {
        /** A new store, or one that is there already. */
        START,
        /** The store that is there already. */
        JOIN,
        /** The store and this lane. */
        STORE,
        /** Who owns it, and the first PIN. */
        OWNER,
        /** The recovery code, once. */
        CODE,
        /** The store's cloud, for those who have one. */
        CLOUD;

        /** How far it is in the set-up of a new store, in words; empty where there is nothing to count. */
        public String words() {
            int before = STORE.ordinal();
            return ordinal() < before ? "" : "Step " + (ordinal() - before + 1) + " of " + (values().length - before);
        }
    }
}
