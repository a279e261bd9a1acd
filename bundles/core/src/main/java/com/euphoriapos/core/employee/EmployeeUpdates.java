package com.euphoriapos.core.employee;

import java.util.Set;

/** For who hears of people and roles that were changed in the store, not by a use case of this lane. Thread-safe; reads the store. */
public interface EmployeeUpdates {
    /** After the commit: the session of each feels it, and the screens read the people again. */
    void peopleChanged(Set<String> employeeIds);

    /** After the commit, when the settings were read again: whoever is signed in may what the roles say now. */
    void rolesChanged();
}
