package com.euphoriapos.api.session;

import com.euphoriapos.domain.Operator;
import java.time.Duration;

/** What became of an attempt to sign in. Screens say the same for the wrong PIN and the inactive employee. */
public sealed interface SignInResult {
    /** Signed in. */
    record SignedIn(Operator operator) implements SignInResult {}

    /** Nobody has this PIN. */
    record WrongPin() implements SignInResult {}

    /** {@code EMPLOYEE_INACTIVE}: the PIN is right, but its owner may no longer sign in. */
    record EmployeeInactive() implements SignInResult {}

    /** Too many failures on this lane; try again after that time. */
    record LockedOut(Duration remaining) implements SignInResult {}

    /** Nothing can be checked: set-up is missing or the secrets are lost; the reason says which. */
    record Unavailable(String reason) implements SignInResult {}
}
