package com.euphoriapos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.euphoriapos.api.employee.Employees;
import com.euphoriapos.api.employee.Employees.EmployeeResult;
import com.euphoriapos.ui.kit.present.testing.SteppedBackground;
import com.euphoriapos.ui.shell.ChangePinState.Entry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePinPresenterTest {
    private final SteppedBackground background = new SteppedBackground();
    private final List<String> asked = new ArrayList<>();
    private final List<ChangePinState> states = new ArrayList<>();
    private EmployeeResult answer = new EmployeeResult.Done(Optional.empty());
    private Optional<Employees> employees = Optional.of(employees());
    private int left;
    private int shakes;
    private final ChangePinPresenter presenter = new ChangePinPresenter(() -> employees, background, () -> left++);

    @BeforeEach
    void show() {
        presenter.attach(new ChangePinView() {
            @Override
            public void render(ChangePinState state) {
                states.add(state);
            }

            @Override
            public void shake() {
                shakes++;
            }
        });
        presenter.anew();
    }

    @Test
    void changesThePinAfterTheOldOneAndTheNewOneTwice() {
        enter("1111");
        assertEquals(Entry.NEW, last().entry());
        enter("4826");
        assertEquals(List.of(4, 4, 0), last().typed());
        enter("4826");
        assertTrue(last().busy());
        presenter.digit('1');
        presenter.back();
        assertEquals(0, left, "nobody leaves while it is under way");
        background.finish();

        assertEquals(List.of("1111 4826"), asked);
        assertTrue(last().done());
        assertEquals(List.of(0, 0, 0), last().typed());
        presenter.next();
        assertEquals(1, left);
    }

    @Test
    void asksForTheNewOneAgainWhenTheTwoDiffer() {
        enter("1111");
        enter("4826");
        enter("4827");

        assertEquals("The two differ; type the new PIN again", last().error());
        assertEquals(Entry.NEW, last().entry());
        assertEquals(List.of(4, 0, 0), last().typed());
        assertEquals(List.of(), asked);
        assertEquals(1, shakes);
        presenter.digit('4');
        assertEquals("", last().error());
    }

    @Test
    void saysWhyANewPinCanNotBeUsedAndKeepsTheOldOne() {
        answer = new EmployeeResult.Refused(List.of(new Employees.FieldProblem("pin", "Choose another PIN.")));
        change();
        assertEquals("Choose another PIN.", last().error());
        assertEquals(Entry.NEW, last().entry());
        assertEquals(List.of(4, 0, 0), last().typed());
    }

    @Test
    void startsAgainWhenTheOldPinIsWrong() {
        answer = new EmployeeResult.Refused(List.of(new Employees.FieldProblem("oldPin", "This is not your PIN.")));
        change();
        assertEquals("This is not your PIN.", last().error());
        assertEquals(Entry.OLD, last().entry());
        assertEquals(List.of(0, 0, 0), last().typed());
    }

    @Test
    void saysWhyItIsForbiddenOrCanNotBeDone() {
        answer = new EmployeeResult.Forbidden("Nobody is signed in.");
        change();
        assertEquals("Nobody is signed in.", last().error());
        answer = new EmployeeResult.Unavailable("It could not be stored.");
        change();
        assertEquals("It could not be stored.", last().error());
        employees = Optional.empty();
        change();
        assertEquals("The store is not open; try again in a moment", last().error());
    }

    @Test
    void goesBackAnEntryByBackspaceAndAsksForWhatIsMissing() {
        presenter.next();
        assertEquals("Type the PIN that you have now", last().error());
        enter("1111");
        presenter.next();
        assertEquals("Type the new PIN", last().error());
        presenter.backspace();
        assertEquals(Entry.OLD, last().entry());
        presenter.backspace();
        assertEquals(List.of(3, 0, 0), last().typed());
    }

    @Test
    void showsNothingOfOnePersonToTheNext() {
        enter("1111");
        enter("4826");
        enter("4826");
        presenter.anew();
        background.finish();

        assertFalse(last().done());
        assertEquals(List.of(0, 0, 0), last().typed());
        assertEquals(Entry.OLD, last().entry());
    }

    private void change() {
        enter("1111");
        enter("4826");
        enter("4826");
        background.finish();
    }

    private void enter(String digits) {
        digits.chars().forEach(c -> presenter.digit((char) c));
        presenter.next();
    }

    private ChangePinState last() {
        return states.get(states.size() - 1);
    }

    /** Only its one method is asked for here. */
    private Employees employees() {
        return (Employees) Proxy.newProxyInstance(
                Employees.class.getClassLoader(), new Class<?>[] {Employees.class}, (proxy, method, arguments) -> {
                    assertEquals("changeOwnPin", method.getName());
                    asked.add(new String((char[]) arguments[0]) + " " + new String((char[]) arguments[1]));
                    return answer;
                });
    }
}
