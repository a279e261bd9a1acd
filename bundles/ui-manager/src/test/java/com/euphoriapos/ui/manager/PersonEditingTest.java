package com.euphoriapos.ui.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.employee.Employees.Employee;
import com.euphoriapos.domain.Operator;
import com.euphoriapos.domain.Role;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.manager.testing.MemoryEmployees;
import com.euphoriapos.ui.manager.testing.MemorySession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Badges, unsaved changes, and who else changes somebody meanwhile. */
class PersonEditingTest {
    private final MemorySession session = new MemorySession(new Operator("e2", "Ruth", "Kimball", Role.MANAGER));
    private final MemoryEmployees people = new MemoryEmployees(session)
            .with(new Employee("e1", "Dana", "Reyes", Role.CASHIER, true, false, true), "4711")
            .with(MemoryEmployees.person("e2", "Ruth", "Kimball", Role.MANAGER), "222222")
            .with(MemoryEmployees.person("e3", "Olive", "West", Role.OWNER), "739155");
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
        presenter.choose("e2");
    }

    @Test
    void takesAScanAsTheBadgeOnlyWhenAsked() {
        presenter.scanned("QX7-0004-ZZ19");
        assertEquals("No badge", view.form().badgeWords());
        assertEquals(List.of("That scan was not used: choose “Scan the badge” first"), view.said());
        presenter.scanBadge(true);
        assertEquals("Scan the badge now", view.form().badgeWords());
        presenter.scanned("]C0QX7-0004-ZZ19");
        assertFalse(view.form().scanning());
        assertTrue(view.form().changed());
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertEquals("QX7-0004-ZZ19", people.badge("e2"));
        assertEquals("Has a badge", view.form().badgeWords());
    }

    @Test
    void saysWhoseNewPinSomebodyElseGotFirst() {
        people.with(new Employee("e6", "Lee", "Marsh", Role.CASHIER, true, false, false, true), "1234");
        presenter.read();
        background.finish();
        presenter.choose("e6");
        assertEquals(
                "Somebody else got this PIN on another lane: set a new one",
                view.form().pinRule());
    }

    @Test
    void neverShowsTheCodeOfABadge() {
        presenter.scanBadge(true);
        presenter.scanned("QX7-0004-ZZ19");
        assertFalse(view.state().toString().contains("QX7"));
    }

    @Test
    void refusesABottleAsABadgeAndGoesOnScanning() {
        presenter.scanBadge(true);
        presenter.scanned("012345678905");
        assertEquals(
                "This is a product's barcode; a badge needs a code of its own.",
                view.form().error("badge"));
        assertTrue(view.form().scanning());
    }

    @Test
    void saysThatABadgeIsInUseAndTakesAnother() {
        presenter.scanBadge(true);
        presenter.scanned("BADGE-e1");
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertEquals("This badge is in use.", view.form().error("badge"));
        assertFalse(view.form().changed());
        presenter.scanBadge(true);
        presenter.scanned("BADGE-e9");
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertEquals("BADGE-e9", people.badge("e2"));
    }

    @Test
    void takesABadgeAway() {
        presenter.choose("e1");
        presenter.removeBadge();
        assertEquals("Will be taken away when you save", view.form().badgeWords());
        assertFalse(view.form().canRemoveBadge());
        presenter.save(new char[0], new char[0]);
        background.finish();
        assertFalse(people.get("e1").hasBadge());
    }

    @Test
    void asksBeforeUnsavedChangesGo() {
        presenter.lastName("King");
        presenter.choose("e1");
        assertTrue(view.form().asking());
        assertEquals("e2", view.state().chosenId());
        presenter.back();
        assertFalse(view.form().asking());
        assertEquals("King", view.form().lastName());
        presenter.choose("e1");
        presenter.discard();
        assertEquals("e1", view.state().chosenId());
        assertEquals(List.of(), people.calls());
    }

    @Test
    void escapeGoesFromTheInsideOut() {
        presenter.scanBadge(true);
        presenter.back();
        assertFalse(view.form().scanning());
        presenter.back();
        assertTrue(view.state().form().isEmpty());
        presenter.back();
        assertEquals(List.of("left"), left);
    }

    @Test
    void backAsksTooAndLeavesOnceAnswered() {
        presenter.pinTyped(2, 0);
        presenter.leave();
        assertEquals(List.of(), left);
        presenter.discard();
        assertEquals(List.of("left"), left);
        assertTrue(view.state().form().isEmpty());
    }

    @Test
    void nothingTypedStaysForTheNextPerson() {
        presenter.lastName("King");
        presenter.search("ru");
        presenter.hidden();
        assertTrue(view.state().form().isEmpty());
        assertEquals("", view.state().search());
        presenter.choose("e2");
        assertEquals("Kimball", view.form().lastName());
    }

    @Test
    void aChangeByAnotherLaneRenewsACardThatNobodyTypesInto() {
        int stamp = view.form().stamp();
        people.with(MemoryEmployees.person("e2", "Ruth", "King", Role.MANAGER), "222222");
        presenter.read();
        background.finish();
        assertEquals("King", view.form().lastName());
        assertTrue(view.form().stamp() > stamp);
        presenter.firstName("Rue");
        people.with(MemoryEmployees.person("e2", "Ruth", "Kong", Role.MANAGER), "222222");
        presenter.read();
        background.finish();
        assertEquals("Rue", view.form().firstName());
        assertEquals("King", view.form().lastName());
    }

    @Test
    void whatWasStoredBeforeARefusalStaysAndIsTold() {
        presenter.add();
        presenter.firstName("Eve");
        presenter.scanBadge(true);
        presenter.scanned("BADGE-e1");
        presenter.pinTyped(4, 4);
        presenter.save("1357".toCharArray(), "1357".toCharArray());
        background.finish();
        assertEquals("This badge is in use.", view.form().error("badge"));
        assertEquals(List.of("Eve was added, but not everything was taken"), view.said());
        assertEquals("e4", view.state().chosenId());
        assertFalse(view.form().changed(), "the PIN is stored and must not be typed again");
    }
}
