package com.euphoriapos.domain;

/**
 * Who is signed in.
 *
 * @param employeeId UUID of the employee
 * @param authority what they may do without asking anybody
 */
public record Operator(String employeeId, String firstName, String lastName, Role role, Authority authority) {
    /** Somebody whose role may what it may by default. */
    public Operator(String employeeId, String firstName, String lastName, Role role) {
        this(employeeId, firstName, lastName, role, role.defaultAuthority());
    }

    /** First name and initial, as screens and receipts show it: "Dana R." */
    public String shortName() {
        return lastName.isBlank() ? firstName : firstName + " " + lastName.charAt(0) + ".";
    }

    /** Whether they may do acts of this kind; limits are looked at by {@link Authorization}. */
    public boolean may(Permission permission) {
        return authority.may(permission);
    }
}
