package com.euphoriapos.core.session;

import com.euphoriapos.api.store.EmployeeRecord;

/** For the use cases that change people and roles: what they changed takes effect at once for whoever is signed in. Thread-safe. */
public interface SessionControl {
    /** After the commit: ends the session of somebody who is no longer active, else takes over the name and role. */
    void personChanged(EmployeeRecord employee);

    /** After the commit: the person signed in may what the roles say now. */
    void rolesChanged();
}
