package com.euphoriapos.core.employee;

import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.ReviewRepository.Review;
import com.euphoriapos.api.store.StoreHandle;
import com.euphoriapos.api.store.VersionRepository.Version;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.sync.Derived;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lanes that are apart can give one PIN to two people. Of those who have it and are active, the one who got it first keeps it; all others
 * need a new one, and a manager is told. Follows from the rows and their versions alone, and is looked at after each change of a person,
 * so that every lane has the same and nothing is left of it once a PIN was set anew.
 */
final class PinClash {
    static final String KIND = "PIN_CLASH";

    private PinClash() {}

    /** Looks at everybody who has a PIN that somebody had before a change, or has now. */
    static void settle(StoreHandle handle, Optional<EmployeeRecord> before, EmployeeRecord now) {
        List<EmployeeRecord> everybody = handle.employees().all();
        before.map(EmployeeRecord::pinLookup)
                .filter(pin -> !pin.equals(now.pinLookup()))
                .ifPresent(pin -> settle(handle, everybody, pin));
        settle(handle, everybody, now.pinLookup());
    }

    private static void settle(StoreHandle handle, List<EmployeeRecord> everybody, String pinLookup) {
        List<EmployeeRecord> sharing = everybody.stream()
                .filter(person -> person.active() && person.pinLookup().equals(pinLookup))
                .sorted(Comparator.comparing((EmployeeRecord person) -> stamp(handle, person))
                        .thenComparing(EmployeeRecord::id))
                .toList();
        // First whoever loses it, so that at no moment two have it.
        sharing.stream().skip(1).forEach(person -> mark(handle, person, true));
        sharing.stream().limit(1).forEach(person -> mark(handle, person, false));
        everybody.stream()
                .filter(person -> !person.active() && person.pinLookup().equals(pinLookup))
                .forEach(person -> mark(handle, person, false));
        for (EmployeeRecord person : everybody) {
            if (person.pinLookup().equals(pinLookup)) {
                boolean clashes = sharing.indexOf(person) > 0;
                tell(handle, person, clashes ? Optional.of(sharing.get(0)) : Optional.empty());
            }
        }
    }

    private static void mark(StoreHandle handle, EmployeeRecord person, boolean resetRequired) {
        if (person.pinResetRequired() != resetRequired) {
            handle.employees().save(Edits.withReset(person, resetRequired));
        }
    }

    private static void tell(StoreHandle handle, EmployeeRecord person, Optional<EmployeeRecord> keeper) {
        String subject = PersonPart.aggregate(person.id());
        Optional<String> id = keeper.map(other -> Derived.id(KIND, person.id(), stamp(handle, person), other.id()));
        for (Review review : handle.reviews().openAbout(subject)) {
            if (review.kind().equals(KIND) && !id.equals(Optional.of(review.id()))) {
                handle.reviews().withdraw(review.id());
            }
        }
        if (id.isPresent()) {
            String detail = Json.object(json -> {
                json.writeStringField("employee", person.id());
                json.writeStringField("sameAs", keeper.orElseThrow().id());
            });
            handle.reviews()
                    .raise(new Review(
                            id.get(),
                            KIND,
                            subject,
                            detail,
                            version(handle, person).map(Derived::at).orElse(person.updatedAt())));
        }
    }

    private static String stamp(StoreHandle handle, EmployeeRecord person) {
        return version(handle, person).map(Version::stamp).orElse("");
    }

    private static Optional<Version> version(StoreHandle handle, EmployeeRecord person) {
        return handle.versions().of(PersonPart.aggregate(person.id()), PersonPart.PIN.word());
    }
}
