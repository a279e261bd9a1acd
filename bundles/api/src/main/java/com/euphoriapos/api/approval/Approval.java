package com.euphoriapos.api.approval;

/**
 * Somebody else's leave for one act. It is good for the act that was asked for, by the person who asked, once, for two minutes,
 * while that person stays signed in.
 *
 * @param token made at random by the core
 */
public record Approval(String token) {
    /** Without the token. */
    @Override
    public String toString() {
        return "Approval[…]";
    }
}
