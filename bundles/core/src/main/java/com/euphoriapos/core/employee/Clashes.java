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
import java.util.function.Function;

/**
 * Lanes that are apart can give one PIN or one badge to two people. Of those who have a PIN and are active, the one who got it first keeps
 * it; all others need a new one. A badge that two have signs in nobody. A manager is told. It follows from the rows and their versions
 * alone, and is looked at after each change of a person, so that every lane has the same and nothing is left of it once it is mended.
 */
final class Clashes {
    private static final Shared PIN = new Shared("PIN_CLASH", PersonPart.PIN, EmployeeRecord::pinLookup);
    private static final Shared BADGE = new Shared("BADGE_CLASH", PersonPart.BADGE, EmployeeRecord::badgeLookup);

    private Clashes() {}

    /** What only one person may have; empty for nothing. */
    private record Shared(String kind, PersonPart part, Function<EmployeeRecord, String> value) {
        String of(EmployeeRecord person) {
            return value.apply(person);
        }

        Optional<Version> version(StoreHandle handle, EmployeeRecord person) {
            return handle.versions().of(PersonPart.aggregate(person.id()), part.word());
        }

        String stamp(StoreHandle handle, EmployeeRecord person) {
            return version(handle, person).map(Version::stamp).orElse("");
        }
    }

    /** Looks at everybody who has what somebody had before a change, or has now. */
    static void settle(StoreHandle handle, Optional<EmployeeRecord> before, EmployeeRecord now) {
        List<EmployeeRecord> everybody = handle.employees().all();
        for (Shared shared : List.of(PIN, BADGE)) {
            before.map(shared::of)
                    .filter(value -> !value.equals(shared.of(now)))
                    .ifPresent(value -> settle(handle, everybody, shared, value));
            settle(handle, everybody, shared, shared.of(now));
        }
        before.filter(old -> !old.badgeLookup().isEmpty() && now.badgeLookup().isEmpty())
                .ifPresent(old -> tell(handle, BADGE, now, Optional.empty()));
    }

    private static void settle(StoreHandle handle, List<EmployeeRecord> everybody, Shared shared, String value) {
        if (value.isEmpty()) {
            return;
        }
        List<EmployeeRecord> having = everybody.stream()
                .filter(person -> shared.of(person).equals(value))
                .toList();
        List<EmployeeRecord> sharing = having.stream()
                .filter(EmployeeRecord::active)
                .sorted(Comparator.comparing((EmployeeRecord person) -> shared.stamp(handle, person))
                        .thenComparing(EmployeeRecord::id))
                .toList();
        if (shared.equals(PIN)) {
            // First whoever loses it, so that at no moment two have it.
            sharing.stream().skip(1).forEach(person -> mark(handle, person, true));
            having.stream()
                    .filter(person -> sharing.indexOf(person) <= 0)
                    .forEach(person -> mark(handle, person, false));
        }
        for (EmployeeRecord person : having) {
            boolean clashes = sharing.indexOf(person) > 0;
            tell(handle, shared, person, clashes ? Optional.of(sharing.get(0)) : Optional.empty());
        }
    }

    private static void mark(StoreHandle handle, EmployeeRecord person, boolean resetRequired) {
        if (person.pinResetRequired() != resetRequired) {
            handle.employees().save(Edits.withReset(person, resetRequired));
        }
    }

    private static void tell(
            StoreHandle handle, Shared shared, EmployeeRecord person, Optional<EmployeeRecord> keeper) {
        String subject = PersonPart.aggregate(person.id());
        Optional<String> id =
                keeper.map(other -> Derived.id(shared.kind(), person.id(), shared.stamp(handle, person), other.id()));
        for (Review review : handle.reviews().openAbout(subject)) {
            if (review.kind().equals(shared.kind()) && !id.equals(Optional.of(review.id()))) {
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
                            shared.kind(),
                            subject,
                            detail,
                            shared.version(handle, person).map(Derived::at).orElse(person.updatedAt())));
        }
    }
}
