package com.euphoriapos.api.store;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Table {@code employees}. */
@ProviderType
public interface EmployeeRepository {
    /** The employee of a PIN's keyed look-up value who needs no new PIN, an active one before an inactive one. Uses an index. */
    Optional<EmployeeRecord> byPinLookup(String pinLookup);

    /** The active employee of a badge's keyed look-up value; nobody where lanes that were apart gave it to two. Uses an index. */
    Optional<EmployeeRecord> byBadgeLookup(String badgeLookup);

    Optional<EmployeeRecord> byId(String employeeId);

    /** All, active first, by first name. */
    List<EmployeeRecord> all();

    /**
     * Inserts or replaces by id. Two active employees with one PIN or one badge are a CONSTRAINT failure, but not inside
     * {@link Store#apply}: lanes that were apart may have given it twice. Who needs a new PIN shares it with nobody.
     */
    void save(EmployeeRecord employee);
}
