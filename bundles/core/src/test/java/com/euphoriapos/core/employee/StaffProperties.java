package com.euphoriapos.core.employee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.employee.Employees.Draft;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.core.access.Guard;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the people of a store do to each other, the rules of the staff hold. */
class StaffProperties {
    private static final List<String> IDS = List.of("olga", "otto", "ruth", "rolf", "lee", "dana");
    private static final List<String> PINS = List.of("907153", "908153", "607153", "608153", "507153", "407153");
    private static final List<String> NEW_PINS = List.of("840262", "840263", "4071", "607153");

    private enum Deed {
        SIGN_IN,
        CHANGE_ROLE,
        SET_PIN,
        DEACTIVATE,
        ACTIVATE,
        ADD,
        SET_BADGE
    }

    private record Act(Deed deed, int person, Role role, int pin) {}

    @Property(tries = 80)
    void holdsWhateverPeopleDoToEachOther(@ForAll("acts") List<Act> acts) {
        try (People people = new People()) {
            List<Role> roles =
                    List.of(Role.OWNER, Role.OWNER, Role.MANAGER, Role.MANAGER, Role.SHIFT_LEAD, Role.CASHIER);
            for (int i = 0; i < IDS.size(); i++) {
                people.add(IDS.get(i), roles.get(i), PINS.get(i));
            }
            StoredEmployees employees = people.employees(new Guard(people.session, people.settings));
            acts.forEach(act -> check(people, employees, act));
        }
    }

    private static void check(People people, StoredEmployees employees, Act act) {
        Map<String, EmployeeRecord> before = everybody(people);
        Optional<Operator> actor = people.session.current();
        int messages = messages(people);
        Optional<EmployeeResult> result = does(people, employees, act);
        Map<String, EmployeeRecord> after = everybody(people);
        boolean changed = !before.equals(after);

        assertTrue(after.values().stream().anyMatch(p -> p.active() && p.role() == Role.OWNER), "no owner is left");
        Set<String> pins = new HashSet<>();
        Set<String> badges = new HashSet<>(Set.of(""));
        for (EmployeeRecord person : after.values()) {
            assertTrue(!person.active() || pins.add(person.pinLookup()), "two have one PIN");
            assertTrue(
                    !person.active() || person.badgeLookup().isEmpty() || badges.add(person.badgeLookup()),
                    "two have one badge");
            if (!person.equals(before.get(person.id()))) {
                Role mine = actor.orElseThrow().role();
                assertTrue(mine.atLeast(Role.MANAGER) && mine.atLeast(person.role()), "a role above one's own");
                EmployeeRecord was = before.getOrDefault(person.id(), person);
                assertTrue(mine.atLeast(was.role()), "somebody above oneself");
            }
        }
        assertEquals(changed ? 1 : 0, messages(people) - messages);
        assertTrue(!changed || result.orElseThrow() instanceof EmployeeResult.Done);
        people.session.current().ifPresent(now -> {
            EmployeeRecord stored = after.get(now.employeeId());
            assertTrue(stored != null && stored.active() && stored.role() == now.role(), "a session of before");
        });
    }

    private static Optional<EmployeeResult> does(People people, StoredEmployees employees, Act act) {
        String id = IDS.get(act.person);
        char[] pin = NEW_PINS.get(act.pin).toCharArray();
        return switch (act.deed) {
            case SIGN_IN -> {
                people.session.signIn(PINS.get(act.person).toCharArray());
                people.clock.advance(Duration.ofHours(1));
                yield Optional.empty();
            }
            case CHANGE_ROLE -> Optional.of(employees.change(id, new Draft(id, "Test", act.role)));
            case SET_PIN -> Optional.of(employees.setPin(id, pin));
            case DEACTIVATE -> Optional.of(employees.setActive(id, false));
            case ACTIVATE -> Optional.of(employees.setActive(id, true));
            case ADD -> Optional.of(employees.add(new Draft("Pia", "", act.role), pin));
            case SET_BADGE -> Optional.of(employees.setBadge(id, "EMP-00000" + act.pin));
        };
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<Act> any = Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, IDS.size() - 1),
                        Arbitraries.of(Role.class),
                        Arbitraries.integers().between(0, NEW_PINS.size() - 1))
                .as(Act::new);
        Arbitrary<Act> signIn = Arbitraries.integers()
                .between(0, IDS.size() - 1)
                .map(person -> new Act(Deed.SIGN_IN, person, Role.CASHIER, 0));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, any), net.jqwik.api.Tuple.of(1, signIn))
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    private static Map<String, EmployeeRecord> everybody(People people) {
        return people.store.read(handle -> handle.employees().all()).stream()
                .collect(Collectors.toMap(EmployeeRecord::id, Function.identity()));
    }

    private static int messages(People people) {
        return people.store.read(handle -> handle.outbox().after(0, 10_000)).size();
    }
}
