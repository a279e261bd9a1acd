package com.euphoriapos.domain;

/**
 * Who is signed in.
 *
 * @param employeeId UUID of the employee
 */
public record Operator(String employeeId, String firstName, String lastName, Role role) {
    /** First name and initial, as screens and receipts show it: "Dana R." */
    public String shortName() {
        return lastName.isBlank() ? firstName : firstName + " " + lastName.charAt(0) + ".";
    }

    /** Whether they may do it. */
    public boolean may(Permission permission) {
        return role.may(permission);
    }
}
