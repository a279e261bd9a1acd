package com.euphoriapos.core.employee;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.VersionRepository.Part;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What of a person is edited together; each part has a version of its own, so that a new PIN undoes no new role. */
enum PersonPart {
    /** Names and role. */
    PERSON,
    /** The PIN with all that is made of it. */
    PIN,
    /** The badge. */
    BADGE,
    /** Whether they may sign in; see {@link Activity}. */
    ACTIVE;

    /** As messages and versions call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This part of that person. */
    Part of(String employeeId) {
        return new Part(aggregate(employeeId), word());
    }

    static String aggregate(String employeeId) {
        return "employee:" + employeeId;
    }

    /** The person with this part as it is in the edit. */
    EmployeeRecord taken(EmployeeRecord person, EmployeeRecord edit) {
        EmployeeRecord names = this == PERSON ? edit : person;
        EmployeeRecord pin = this == PIN ? edit : person;
        EmployeeRecord badge = this == BADGE ? edit : person;
        EmployeeRecord active = this == ACTIVE ? edit : person;
        return new EmployeeRecord(
                person.id(),
                names.firstName(),
                names.lastName(),
                names.role(),
                pin.pinLookup(),
                pin.pinHash(),
                pin.pinLength(),
                badge.badgeLookup(),
                active.active(),
                person.updatedAt(),
                person.pinResetRequired());
    }

    /**
     * What a manager sees of it beside another edit; of secrets nothing but which is which.
     *
     * @param stamp names the edit
     */
    Map<String, String> words(EmployeeRecord person, String stamp) {
        Map<String, String> words = new TreeMap<>();
        switch (this) {
            case PERSON -> {
                words.put("firstName", person.firstName());
                words.put("lastName", person.lastName());
                words.put("role", person.role().title());
            }
            case PIN -> words.put("pin", "set " + stamp);
            case BADGE -> words.put("badge", (person.badgeLookup().isEmpty() ? "none " : "set ") + stamp);
            case ACTIVE -> words.put("active", Boolean.toString(person.active()));
        }
        return words;
    }
}
