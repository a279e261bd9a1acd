package com.euphoriapos.core.employee;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.access.ForbiddenException;
import com.euphoriapos.api.employee.Employees.Draft;
import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.api.employee.Employees.FieldProblem;
import com.euphoriapos.api.session.SignInResult;
import com.euphoriapos.api.store.EmployeeRecord;
import com.euphoriapos.api.store.OutboxRepository;
import com.euphoriapos.api.store.StoreException;
import com.euphoriapos.core.json.Json;
import com.euphoriapos.core.json.JsonObject;
import com.euphoriapos.domain.Authority;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.testkit.Await;
import com.euphoriapos.testkit.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class StoredEmployeesTest extends EmployeesHarness {
    private static final String TAKEN = "This PIN can't be used. Choose another.";

    @Test
    void addsSomebodyWhoCanSignInWithATraceAndWithoutThePin() {
        char[] pin = "840262".toCharArray();
        Employee lee = done(employees.add(new Draft(" Lee ", "Marsh", Role.SHIFT_LEAD), pin));

        assertEquals("Lee M.", lee.shortName());
        assertArrayEquals(new char[6], pin);
        assertEquals(List.of("changed"), heard);
        assertEquals(
                "EMPLOYEE_ADDED ruth " + lee.id() + " {\"to\":\"Lee Marsh, shift lead\",\"lane\":\"L1\"}",
                people.acts(1).get(0));
        OutboxRepository.Message message = messages().get(0);
        assertEquals("employee:upsert", message.topic());
        assertEquals("employee:" + lee.id(), message.aggregate());
        assertEquals("ruth", message.actor());
        JsonObject payload = Json.parseObject(message.payload());
        assertEquals(
                Set.of(
                        "id",
                        "firstName",
                        "lastName",
                        "role",
                        "active",
                        "pinLength",
                        "pinLookup",
                        "pinHash",
                        "badgeLookup",
                        "parts",
                        "base",
                        "actorRole",
                        "updatedAt"),
                payload.names());
        assertEquals(people.person(lee.id()).updatedAt().toEpochMilli(), payload.number("updatedAt"));
        assertEquals(lee.id(), people.signIn("840262").employeeId());
    }

    @Test
    void leavesNothingBehindWhenItCanNotBeStored() {
        people.store.failNext(MemoryStore.Moment.AT_COMMIT, StoreException.Reason.DISK_FULL);
        assertInstanceOf(
                EmployeeResult.Unavailable.class,
                employees.add(new Draft("Lee", "", Role.CASHIER), "8402".toCharArray()));
        assertEquals(3, employees.all().size());
        assertEquals(List.of(), messages());
        assertEquals(List.of(), heard);
    }

    @Test
    void refusesPinsThatAreShortOddEasyOrTakenAndSaysNotByWhom() {
        assertEquals(List.of("pin"), refused(add("Lee", Role.MANAGER, "84026")));
        assertEquals(List.of("pin"), refused(add("Lee", Role.CASHIER, "84o2")));
        assertEquals(List.of("pin"), refused(add("Lee", Role.CASHIER, "1234")));
        EmployeeResult byDana = add("Lee", Role.CASHIER, "4071");
        EmployeeResult byOwner = add("Lee", Role.CASHIER, "907153");
        assertEquals(new EmployeeResult.Refused(List.of(new FieldProblem("pin", TAKEN))), byDana);
        assertEquals(byDana, byOwner);
        assertEquals(byDana, employees.setPin("dana", "607153".toCharArray()));
        assertEquals(List.of(), messages());
        assertEquals(1, people.acts(9).size());
    }

    @Test
    void givesAPinThatOnlySomebodyInactiveHasAndRefusesThemBackWithIt() {
        done(employees.setActive("dana", false));
        done(add("Lee", Role.CASHIER, "4071"));

        assertEquals(List.of("pin"), refused(employees.setActive("dana", true)));
        done(employees.setPin("dana", "4972".toCharArray()));
        assertTrue(done(employees.setActive("dana", true)).active());
        assertEquals("dana", people.signIn("4972").employeeId());
    }

    @Test
    void letsOneOfTwoHaveAPinThatBothAreGivenAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<EmployeeResult>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "Twin" + i;
                tries.add(() -> add(name, Role.CASHIER, "8402"));
            }
            int added = 0;
            for (Future<EmployeeResult> result : threads.invokeAll(tries)) {
                added += result.get() instanceof EmployeeResult.Done ? 1 : 0;
            }
            assertEquals(1, added);
            assertEquals(4, employees.all().size());
            assertEquals(1, messages().size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void isOnlyForWhoMayManageEmployees() {
        people.signIn("4071");
        assertThrows(ForbiddenException.class, employees::all);
        assertThrows(ForbiddenException.class, () -> employees.check(new Draft("", "", Role.CASHIER)));
        for (EmployeeResult result : List.of(
                add("Lee", Role.CASHIER, "8402"),
                employees.change("dana", new Draft("Dana", "", Role.MANAGER)),
                employees.setPin("dana", "8402".toCharArray()),
                employees.setBadge("dana", "BADGE-1234"),
                employees.setActive("ruth", false),
                employees.changeRole(Role.CASHIER, Authority.FULL))) {
            assertTrue(assertInstanceOf(EmployeeResult.Forbidden.class, result)
                    .reason()
                    .startsWith("dana T. may not "));
        }
        people.session.signOut();
        assertInstanceOf(EmployeeResult.Forbidden.class, employees.changeOwnPin(pin("4071"), pin("4972")));
        assertEquals(List.of(), messages());
    }

    @Test
    void letsNobodyTouchOrMakeSomebodyMoreTrusted() {
        assertEquals(
                new EmployeeResult.Forbidden("ruth T. may not change an owner; an owner may."),
                employees.setPin("olga", pin("840262")));
        assertInstanceOf(EmployeeResult.Forbidden.class, employees.setActive("olga", false));
        assertInstanceOf(EmployeeResult.Forbidden.class, employees.setBadge("olga", "BADGE-1234"));
        assertInstanceOf(EmployeeResult.Forbidden.class, employees.change("olga", new Draft("Olga", "", Role.CASHIER)));
        assertEquals(List.of("role"), refused(employees.change("ruth", new Draft("Ruth", "", Role.OWNER))));
        assertEquals(List.of("role"), refused(add("Lee", Role.OWNER, "840262")));
        assertInstanceOf(EmployeeResult.Forbidden.class, employees.changeRole(Role.MANAGER, Authority.FULL));
        assertEquals(List.of(), messages());
    }

    @Test
    void keepsTheLastActiveOwner() {
        people.signIn("907153");
        assertEquals(List.of("active"), refused(employees.setActive("olga", false)));
        assertEquals(List.of("role"), refused(employees.change("olga", new Draft("Olga", "", Role.MANAGER))));
        done(add("Pia", Role.OWNER, "840262"));
        done(employees.setActive("olga", false));
        assertEquals(Optional.empty(), people.session.current());
    }

    @Test
    void keepsTheLastActiveManagerOfAStoreWithoutAnOwner() {
        people.deactivate("olga");
        assertEquals(List.of("active"), refused(employees.setActive("ruth", false)));
        assertEquals(List.of("role"), refused(employees.change("ruth", new Draft("Ruth", "", Role.CASHIER))));
        done(add("Pia", Role.MANAGER, "840262"));
        done(employees.change("ruth", new Draft("Ruth", "", Role.CASHIER)));
    }

    @Test
    void endsTheSessionOfSomebodyWhoIsNoLongerActiveAtOnce() {
        people.signIn("4071");
        List<Optional<Operator>> told = new ArrayList<>();
        people.session.addListener(told::add);
        people.deactivate("dana");
        people.session.personChanged(people.person("dana"));

        assertEquals(Optional.empty(), people.session.current());
        assertEquals("deactivated", people.session.endedBecause());
        assertEquals(List.of(Optional.empty()), told);
        Await.until(
                "the end is written",
                () -> people.acts(1).get(0).equals("SIGN_OUT dana dana {\"reason\":\"deactivated\",\"lane\":\"L1\"}"));
    }

    @Test
    void endsOnesOwnSessionWithOnesOwnDeactivation() {
        done(add("Pia", Role.MANAGER, "840262"));
        done(employees.setActive("ruth", false));
        assertEquals(Optional.empty(), people.session.current());
        assertInstanceOf(EmployeeResult.Forbidden.class, employees.setActive("dana", false));
        assertInstanceOf(SignInResult.EmployeeInactive.class, people.session.signIn(pin("607153")));
    }

    @Test
    void takesAuthorityAwayFromTheOneSignedInAtOnce() {
        done(add("Pia", Role.MANAGER, "840262"));
        List<Role> told = new ArrayList<>();
        people.session.addListener(now -> told.add(now.orElseThrow().role()));
        done(employees.change("ruth", new Draft("Ruth", "Klein", Role.CASHIER)));

        assertEquals(Role.CASHIER, people.session.current().orElseThrow().role());
        assertEquals("Ruth K.", people.session.current().orElseThrow().shortName());
        assertEquals(List.of(Role.CASHIER), told);
        assertInstanceOf(EmployeeResult.Forbidden.class, employees.setActive("dana", false));
    }

    @Test
    void wantsALongPinBeforeTheRoleThatAsksForOne() {
        assertEquals(List.of("pin"), refused(employees.change("dana", new Draft("Dana", "Reyes", Role.SHIFT_LEAD))));
        done(employees.setPin("dana", pin("407153")));
        Employee dana = done(employees.change("dana", new Draft("Dana", "Reyes", Role.SHIFT_LEAD)));

        assertFalse(dana.pinTooShort());
        assertEquals(
                "EMPLOYEE_CHANGED ruth dana {\"from\":\"dana Test, cashier\",\"to\":\"Dana Reyes, shift lead\","
                        + "\"lane\":\"L1\"}",
                people.acts(1).get(0));
        int before = messages().size();
        done(employees.change("dana", new Draft("Dana", "Reyes", Role.SHIFT_LEAD)));
        assertEquals(before, messages().size());
    }

    @Test
    void namesWhatIsWrongWithADraft() {
        List<String> fields = employees.check(new Draft(" ", "x".repeat(41), Role.OWNER)).stream()
                .map(FieldProblem::field)
                .toList();
        assertEquals(List.of("firstName", "lastName", "role"), fields);
        assertEquals(List.of(), employees.check(new Draft("Zoë", "", Role.MANAGER)));
        assertEquals(List.of(""), refused(employees.setActive("nobody", false)));
    }

    @Test
    void signsInByABadgeThatOnlyOnePersonHas() {
        assertEquals(List.of("badge"), refused(employees.setBadge("dana", "short")));
        assertTrue(done(employees.setBadge("dana", "]C0EMP-000042")).hasBadge());
        assertEquals(List.of("badge"), refused(employees.setBadge("ruth", "EMP-000042")));
        assertTrue(people.acts(1).get(0).startsWith("BADGE_SET ruth dana {\"from\":\"none\",\"to\":\"a badge\""));

        people.hashing.checked();
        assertInstanceOf(SignInResult.SignedIn.class, people.session.signInByBadge("EMP-000042"));
        assertEquals(1, people.hashing.checked().size());
        assertTrue(people.acts(1).get(0).startsWith("SIGN_IN dana dana {\"by\":\"badge\""));
        assertEquals("dana", people.session.current().orElseThrow().employeeId());

        assertEquals(new SignInResult.WrongPin(), people.session.signInByBadge("EMP-000043"));
        assertEquals(1, people.hashing.checked().size());
        people.deactivate("dana");
        assertEquals(new SignInResult.WrongPin(), people.session.signInByBadge("EMP-000042"));
    }

    @Test
    void looksAtNoBadgeWhereTheStoreDoesNotWantThem() {
        done(employees.setBadge("dana", "EMP-000042"));
        people.settings.badges = false;
        people.hashing.checked();
        assertInstanceOf(SignInResult.Unavailable.class, people.session.signInByBadge("EMP-000042"));
        assertEquals(0, people.hashing.checked().size());
    }

    @Test
    void takesABadgeAway() {
        done(employees.setBadge("dana", "EMP-000042"));
        assertFalse(done(employees.setBadge("dana", "")).hasBadge());
        assertFalse(done(employees.setBadge("ruth", "EMP-000042")).id().isEmpty());
    }

    @Test
    void changesOnesOwnPinForTheOldOne() {
        people.signIn("4071");
        people.hashing.checked();
        char[] old = pin("4071");
        char[] next = pin("4972");
        done(employees.changeOwnPin(old, next));

        assertEquals(1, people.hashing.checked().size());
        assertArrayEquals(new char[4], old);
        assertArrayEquals(new char[4], next);
        assertTrue(people.acts(1).get(0).startsWith("PIN_CHANGED dana dana "));
        assertInstanceOf(SignInResult.WrongPin.class, people.session.signIn(pin("4071")));
        assertEquals("dana", people.signIn("4972").employeeId());
    }

    @Test
    void countsWhoGuessesAtOtherPinsWhileChangingTheirOwn() {
        people.signIn("4071");
        assertEquals(List.of("oldPin"), refused(employees.changeOwnPin(pin("9999"), pin("4972"))));
        assertEquals(List.of("oldPin"), refused(employees.changeOwnPin(pin("607153"), pin("4972"))));
        assertEquals(List.of("pin"), refused(employees.changeOwnPin(pin("4071"), pin("4071"))));
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    new EmployeeResult.Refused(List.of(new FieldProblem("pin", TAKEN))),
                    employees.changeOwnPin(pin("4071"), pin("607153")));
        }
        people.hashing.checked();
        assertEquals(
                new EmployeeResult.Refused(
                        List.of(new FieldProblem("oldPin", "Too many wrong PINs. Try again in 30 seconds."))),
                employees.changeOwnPin(pin("4071"), pin("4972")));
        assertEquals(0, people.hashing.checked().size());
        assertEquals("dana", people.session.current().orElseThrow().employeeId());
    }

    @Test
    void endsTheSessionOfWhoIsInactiveHoweverLateAnEarlierChangeIsTold() {
        people.signIn("4071");
        EmployeeRecord earlier = people.person("dana");
        people.deactivate("dana");

        people.session.personChanged(earlier);

        assertEquals(Optional.empty(), people.session.current());
    }

    @Test
    void takesTheConsoleForAnOwnerWhoCanNotSell() {
        people.session.signOut();
        // Written behind the screen's back: what follows has to be the newest act.
        Await.until("the sign-out is written", () -> people.acts(1).get(0).startsWith("SIGN_OUT "));
        done(guard.run(() -> employees.add(new Draft("Pia", "", Role.OWNER), pin("840262"))));
        assertTrue(people.acts(1).get(0).startsWith("EMPLOYEE_ADDED console "));
        assertInstanceOf(
                EmployeeResult.Forbidden.class, guard.run(() -> employees.changeOwnPin(pin("4071"), pin("4972"))));
    }

    @Test
    void letsNobodyInAsSomebodyElseWithSwappedHashes() {
        EmployeeRecord dana = people.person("dana");
        EmployeeRecord ruth = people.person("ruth");
        people.save(People.withHash(dana, ruth.pinHash()));
        people.save(People.withHash(ruth, dana.pinHash()));

        assertInstanceOf(SignInResult.WrongPin.class, people.session.signIn(pin("4071")));
        assertTrue(people.acts(1).get(0).startsWith("SIGN_IN_FAILED  dana {\"reason\":\"hash-differs\""));
        assertInstanceOf(SignInResult.WrongPin.class, people.session.signIn(pin("607153")));
        assertTrue(people.acts(1).get(0).startsWith("SIGN_IN_FAILED  ruth {\"reason\":\"hash-differs\""));
    }

    @Test
    void holdsNoPinInJournalMessagesOrAnswers() {
        List<Object> answers = new ArrayList<>();
        answers.add(add("Lee", Role.CASHIER, "840262"));
        answers.add(add("Kim", Role.CASHIER, "840262"));
        answers.add(employees.setPin("dana", pin("731946")));
        people.signIn("731946");
        answers.add(employees.changeOwnPin(pin("731946"), pin("520817")));
        answers.add(people.session.signIn(pin("918273")));
        people.store.read(handle -> {
            answers.addAll(handle.journal().latest(99));
            answers.addAll(handle.outbox().after(0, 99));
            answers.addAll(handle.employees().all());
            return 0;
        });
        String everything = answers.toString();
        for (String planted : List.of("840262", "731946", "520817", "918273")) {
            assertFalse(everything.contains(planted), planted);
        }
    }
}
