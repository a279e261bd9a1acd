package com.euphoriapos.ui.manager;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.manager.EmployeesState.Heading;
import com.euphoriapos.ui.manager.EmployeesState.Person;
import com.euphoriapos.ui.manager.testing.MemoryEmployees;
import com.euphoriapos.ui.manager.testing.MemorySession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmployeesPresenterTest {
    private final MemorySession session = new MemorySession(new Operator("e2", "Ruth", "Kimball", Role.MANAGER));
    private final MemoryEmployees people = new MemoryEmployees(session)
            .with(new Employee("e1", "Dana", "Reyes", Role.CASHIER, true, false, true), "4711")
            .with(MemoryEmployees.person("e2", "Ruth", "Kimball", Role.MANAGER), "222222")
            .with(MemoryEmployees.person("e3", "Olive", "West", Role.OWNER), "739155")
            .with(new Employee("e4", "Tomas", "Pol", Role.CASHIER, false, false, false), "1799")
            .with(MemoryEmployees.person("e5", "José", "Álvarez", Role.SHIFT_LEAD), "804213");
    private final SteppedBackground background = new SteppedBackground();
    private final List<String> left = new ArrayList<>();
    private final EmployeesPresenter presenter =
            new EmployeesPresenter(people, session::current, background, () -> left.add("left"));
    private final RecordingEmployeesView view = new RecordingEmployeesView();

    @BeforeEach
    void open() {
        presenter.attach(view);
        presenter.read();
        background.finish();
    }

    @Test
    void listsTheActiveFirstAndTheOthersBelowAHeading() {
        assertEquals(
                List.of("Dana Reyes", "José Álvarez", "Olive West", "Ruth Kimball", "-", "Tomas Pol"), view.names());
        assertEquals(
                new Heading("Inactive, may not sign in"), view.state().rows().get(4));
        assertTrue(((Person) view.state().rows().get(3)).self());
    }

    @Test
    void findsBeginningsOfNamesAndRolesWithoutAccents() {
        presenter.search("alv jos");
        assertEquals(List.of("José Álvarez"), view.names());
        presenter.search("cashier");
        assertEquals(List.of("Dana Reyes", "-", "Tomas Pol"), view.names());
        presenter.search("ana");
        assertEquals(List.of(), view.names());
    }

    @Test
    void saysWhyThereIsNoListToWhoMayNotSeeIt() {
        session.become(new Operator("e1", "Dana", "Reyes", Role.CASHIER));
        presenter.read();
        background.finish();
        assertEquals("Dana R. may not do that; a manager may.", view.state().problem());
        assertEquals(List.of(), view.names());
    }

    @Test
    void addsSomebodyWithAPinAndWipesIt() {
        presenter.add();
        presenter.firstName(" Eve ");
        presenter.lastName("Stone");
        char[] pin = "1357".toCharArray();
        char[] again = "1357".toCharArray();
        presenter.save(pin, again);
        assertTrue(view.form().busy());
        assertArrayEquals(new char[4], pin);
        assertArrayEquals(new char[4], again);
        background.finish();
        assertEquals("1357", people.pin("e6"));
        assertEquals("Eve", people.get("e6").firstName());
        assertEquals(List.of("Eve Stone was added"), view.said());
        assertEquals("e6", view.state().chosenId());
        assertFalse(view.form().changed());
    }

    @Test
    void asksForANameAndAPinBeforeItAsksTheStore() {
        presenter.add();
        presenter.role(Role.MANAGER);
        presenter.save("12345".toCharArray(), "12345".toCharArray());
        assertEquals("Type the first name.", view.form().error("firstName"));
        assertEquals("At least 6 digits for a manager.", view.form().error("pin"));
        presenter.firstName("Eve");
        presenter.save("12345x".toCharArray(), "12345x".toCharArray());
        assertEquals("A PIN has digits only.", view.form().error("pin"));
        presenter.save("135791".toCharArray(), "135792".toCharArray());
        assertEquals("The two PINs differ.", view.form().error("pinAgain"));
        assertEquals(0, background.waiting());
        assertEquals(List.of(), people.calls());
    }

    @Test
    void saysWhatAPinMustBeBeforeAnythingIsTyped() {
        presenter.add();
        assertEquals("At least 4 digits, not easy to guess", view.form().pinRule());
        presenter.role(Role.SHIFT_LEAD);
        assertEquals("At least 6 digits, not easy to guess", view.form().pinRule());
        presenter.cancel();
        presenter.discard();
        presenter.choose("e1");
        assertEquals(
                "Empty keeps it. A new one has at least 4 digits", view.form().pinRule());
        presenter.role(Role.MANAGER);
        assertEquals("Empty keeps a PIN that has at least 6 digits", view.form().pinRule());
    }

    @Test
    void showsARefusedPinAtItsFieldAndKeepsWhatWasTyped() {
        presenter.add();
        presenter.firstName("Eve");
        presenter.save("4711".toCharArray(), "4711".toCharArray());
        background.finish();
        assertEquals("This PIN is taken; choose another.", view.form().error("pin"));
        assertEquals("Eve", view.form().firstName());
        presenter.pinTyped(3, 4);
        assertEquals("", view.form().error("pin"));
    }

    @Test
    void doesNotSaveTwice() {
        presenter.add();
        presenter.firstName("Eve");
        presenter.save("1357".toCharArray(), "1357".toCharArray());
        presenter.save("1357".toCharArray(), "1357".toCharArray());
        presenter.firstName("Adam");
        presenter.back();
        background.finish();
        assertEquals(List.of("add"), people.calls());
        assertEquals("Eve", people.get("e6").firstName());
    }

    @Test
    void changesOnlyWhatWasChanged() {
        presenter.choose("e1");
        assertFalse(view.form().changed());
        presenter.save(new char[0], new char[0]);
        assertEquals(List.of(), people.calls());
        presenter.lastName("Rey");
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertEquals(List.of("change e1"), people.calls());
        presenter.pinTyped(4, 4);
        presenter.save("9753".toCharArray(), "9753".toCharArray());
        background.finish();
        assertEquals(List.of("change e1", "setPin e1"), people.calls());
        assertEquals("9753", people.pin("e1"));
    }

    @Test
    void aRoleWithLongerPinsComesWithOne() {
        presenter.choose("e1");
        presenter.role(Role.SHIFT_LEAD);
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertEquals(
                "A PIN of this role is longer: set another PIN first.",
                view.form().error("pin"));
        assertEquals(Role.SHIFT_LEAD, view.form().role());
        presenter.pinTyped(6, 6);
        presenter.save("864213".toCharArray(), "864213".toCharArray());
        background.finish();
        assertEquals(List.of("change e1", "setPin e1", "change e1"), people.calls());
        assertEquals(Role.SHIFT_LEAD, people.get("e1").role());
    }

    @Test
    void aShorterPinComesAfterTheRoleThatAllowsIt() {
        presenter.choose("e5");
        presenter.role(Role.CASHIER);
        presenter.save("8642".toCharArray(), "8642".toCharArray());
        background.finish();
        assertEquals(List.of("change e5", "setPin e5"), people.calls());
        assertEquals("8642", people.pin("e5"));
    }

    @Test
    void givesNoRoleAboveOnesOwnAndSaysWhy() {
        presenter.choose("e1");
        assertEquals(
                "Only an owner may make somebody an owner.",
                view.form().roles().get(Role.OWNER.ordinal()).reasonAgainst());
        assertEquals("", view.form().roles().get(Role.MANAGER.ordinal()).reasonAgainst());
    }

    @Test
    void showsAMoreTrustedPersonWithoutLettingThemBeChanged() {
        presenter.choose("e3");
        assertEquals("Only an owner may change an owner.", view.form().readOnly());
        presenter.firstName("Olivia");
        presenter.active(false);
        presenter.scanBadge(true);
        presenter.save("135791".toCharArray(), "135791".toCharArray());
        background.finish();
        assertEquals("Olive", view.form().firstName());
        assertFalse(presenter.takesBadge());
        assertEquals(List.of(), people.calls());
    }

    @Test
    void keepsTheLastOwner() {
        session.become(new Operator("e3", "Olive", "West", Role.OWNER));
        presenter.choose("e3");
        presenter.active(false);
        assertEquals("You will be signed out at once", view.form().activeNote());
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertEquals("The last active owner stays active.", view.form().error("active"));
        presenter.active(true);
        presenter.role(Role.MANAGER);
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertEquals("The last active owner keeps the role.", view.form().error("role"));
        assertTrue(people.get("e3").active());
    }

    @Test
    void saysInWordsWhatMayNotBeDoneAndWhatFailed() {
        presenter.choose("e1");
        presenter.lastName("Rey");
        session.become(new Operator("e1", "Dana", "Reyes", Role.CASHIER));
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertEquals("Dana R. may not do that; a manager may.", view.form().error("form"));
        session.become(new Operator("e2", "Ruth", "Kimball", Role.MANAGER));
        people.breakDown();
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertEquals("The store cannot be written.", view.form().error("form"));
        assertEquals("Rey", view.form().lastName());
    }

    @Test
    void deactivatesSomebody() {
        presenter.choose("e1");
        presenter.active(false);
        assertEquals("Ends their session at once", view.form().activeNote());
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertFalse(people.get("e1").active());
        assertEquals(
                List.of("José Álvarez", "Olive West", "Ruth Kimball", "-", "Dana Reyes", "Tomas Pol"), view.names());
    }
}
